package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;

/** The courier was recalled before pick-up. */
public record DeliveryCancelled(UUID orderId, Instant at) implements DomainEvent {}
