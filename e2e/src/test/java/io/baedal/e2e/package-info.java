/** The whole system, from outside. */
@NullMarked
package io.baedal.e2e;

import org.jspecify.annotations.NullMarked;
