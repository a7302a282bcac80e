/** Customers: they place orders at a steady rate, some cancel, and every answer is recorded. */
@NullMarked
package io.baedal.bench.load;

import org.jspecify.annotations.NullMarked;
