package io.baedal.order.ordering;

import io.baedal.messaging.event.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * How the process of an order ended.
 *
 * @param reason why it was not delivered; not kept when it was
 * @param comment what the store or the operator said about that
 */
public record Ending(
    OrderId orderId, OrderOutcome outcome, @Nullable ReasonCode reason, @Nullable String comment) {}
