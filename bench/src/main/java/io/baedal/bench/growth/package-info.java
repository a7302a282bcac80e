/** Fills the databases with copies of real orders, and asks them for lists. */
@NullMarked
package io.baedal.bench.growth;

import org.jspecify.annotations.NullMarked;
