/** What the process tells about cancellations. */
@NullMarked
package io.baedal.order.ordering.kafka;

import org.jspecify.annotations.NullMarked;
