package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;

/** The courier has the order, which cannot be cancelled any more. */
public record DeliveryPickedUp(UUID orderId, Instant at) implements DomainEvent {}
