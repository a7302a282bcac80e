package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;

/** The store was asked to prepare the order. */
public record StoreRequested(UUID orderId, String storeId, Instant at) implements DomainEvent {}
