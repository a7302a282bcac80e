/**
 * Customers: they place orders at a steady rate, some cancel, and all remember what they were told.
 */
@NullMarked
package io.baedal.bench.load;

import org.jspecify.annotations.NullMarked;
