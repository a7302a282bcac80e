/** Fills the databases with copies of real orders, and measures lists. */
@NullMarked
package io.baedal.bench.growth;

import org.jspecify.annotations.NullMarked;
