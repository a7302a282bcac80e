/** What the process tells about beginnings and cancellations. */
@NullMarked
package io.baedal.order.ordering.kafka;

import org.jspecify.annotations.NullMarked;
