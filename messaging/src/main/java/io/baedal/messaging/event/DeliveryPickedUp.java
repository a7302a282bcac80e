package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;

/** The courier has the order: from here on it cannot be cancelled. */
public record DeliveryPickedUp(UUID orderId, Instant at) implements DomainEvent {}
