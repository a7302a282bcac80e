package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The store will not prepare the order.
 *
 * @param comment the store's reason, if it gave one
 */
public record StoreRejected(UUID orderId, String storeId, @Nullable String comment, Instant at)
    implements DomainEvent {}
