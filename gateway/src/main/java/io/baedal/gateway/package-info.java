/** The single entry point: what can be reached from outside, and how failures are answered. */
@NullMarked
package io.baedal.gateway;

import org.jspecify.annotations.NullMarked;
