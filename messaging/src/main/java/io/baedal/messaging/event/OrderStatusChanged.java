package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The process brought an order into a new status.
 *
 * @param sequence counts the changes of this order from 1 without gaps, so that a reader can put
 *     them in order and see repeats
 * @param reason why the order was cancelled or rejected, from the moment that is known
 * @param step the id of the process model's element that was reached
 */
public record OrderStatusChanged(
    UUID orderId,
    int sequence,
    OrderStatus status,
    @Nullable ReasonCode reason,
    String step,
    Instant at)
    implements DomainEvent {}
