package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;

/** The store does not have to prepare the order any more. */
public record StoreRequestCancelled(UUID orderId, Instant at) implements DomainEvent {}
