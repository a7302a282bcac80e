package io.baedal.order.ordering;

import io.baedal.web.page.Cursor;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to list; null filters nothing.
 *
 * @param clientReference the client's own reference for the order
 * @param statuses any of these; empty filters nothing
 * @param placedTo exclusive
 * @param changedSince placed, cancellation requested, or closed at this time or later
 * @param after where the previous page ended; null for the first page
 */
public record OrderQuery(
    @Nullable String customerId,
    @Nullable String storeId,
    @Nullable Long number,
    @Nullable String clientReference,
    Set<CustomerStatus> statuses,
    @Nullable Instant placedFrom,
    @Nullable Instant placedTo,
    @Nullable Instant changedSince,
    @Nullable Cursor after) {

  public OrderQuery {
    statuses = Set.copyOf(statuses);
  }
}
