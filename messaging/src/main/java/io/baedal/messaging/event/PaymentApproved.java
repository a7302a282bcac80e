package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;

/** The provider charged {@code amount} in whole minor units of {@code currency}. */
public record PaymentApproved(
    UUID orderId, UUID paymentId, long amount, String currency, Instant at)
    implements DomainEvent {}
