package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The store will not prepare the order.
 *
 * @param comment why, in the store's own words, if it gave any
 */
public record StoreRejected(UUID orderId, String storeId, @Nullable String comment, Instant at)
    implements DomainEvent {}
