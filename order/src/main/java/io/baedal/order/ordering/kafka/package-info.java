/** Consumes events of the process: starts, ends and refused cancellations. */
@NullMarked
package io.baedal.order.ordering.kafka;

import org.jspecify.annotations.NullMarked;
