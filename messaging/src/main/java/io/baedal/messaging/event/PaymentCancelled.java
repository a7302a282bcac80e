package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;

/**
 * The payment has no effect any more. {@code refundedAmount} was refunded; it is zero if nothing
 * was charged.
 */
public record PaymentCancelled(
    UUID orderId, UUID paymentId, long refundedAmount, String currency, Instant at)
    implements DomainEvent {}
