package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;

/** The store need not prepare the order any more. */
public record StoreRequestCancelled(UUID orderId, Instant at) implements DomainEvent {}
