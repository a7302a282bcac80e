package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;

/** The store will prepare the order. */
public record StoreAccepted(UUID orderId, String storeId, Instant at) implements DomainEvent {}
