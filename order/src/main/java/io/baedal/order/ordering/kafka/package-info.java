/** Takes from the process that orders have begun and ended, and that a cancel was refused. */
@NullMarked
package io.baedal.order.ordering.kafka;

import org.jspecify.annotations.NullMarked;
