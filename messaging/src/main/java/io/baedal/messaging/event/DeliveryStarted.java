package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;

/** A courier was asked to deliver the order. */
public record DeliveryStarted(UUID orderId, Instant at) implements DomainEvent {}
