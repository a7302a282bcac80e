package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;

/** The provider declined the payment; nothing was charged. */
public record PaymentDeclined(UUID orderId, UUID paymentId, String reason, Instant at)
    implements DomainEvent {}
