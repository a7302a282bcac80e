/** Metrics of admission. */
@NullMarked
package io.baedal.order.ordering.metrics;

import org.jspecify.annotations.NullMarked;
