package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;

/** The store will not prepare the order, for the {@code comment} it gave. */
public record StoreRejected(UUID orderId, String storeId, String comment, Instant at)
    implements DomainEvent {}
