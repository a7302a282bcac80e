/** The one entry point: what can be reached from outside, and what happens when it cannot. */
@NullMarked
package io.baedal.gateway;

import org.jspecify.annotations.NullMarked;
