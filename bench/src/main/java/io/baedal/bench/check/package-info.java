/** Reads what each service stores about an order, and reports violated invariants. */
@NullMarked
package io.baedal.bench.check;

import org.jspecify.annotations.NullMarked;
