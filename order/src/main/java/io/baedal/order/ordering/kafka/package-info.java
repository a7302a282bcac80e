/** Consumes events of the process: orders that began or ended, and refused cancellations. */
@NullMarked
package io.baedal.order.ordering.kafka;

import org.jspecify.annotations.NullMarked;
