package io.baedal.order.ordering;

import io.baedal.messaging.event.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * How the process of an order ended.
 *
 * @param reason why it was not delivered; not stored for a delivered order
 * @param comment the comment of the store or the operator on the reason
 */
public record Ending(
    OrderId orderId, OrderOutcome outcome, @Nullable ReasonCode reason, @Nullable String comment) {}
