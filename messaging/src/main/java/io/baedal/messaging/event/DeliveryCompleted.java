package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;

/** The customer has the order. */
public record DeliveryCompleted(UUID orderId, Instant at) implements DomainEvent {}
