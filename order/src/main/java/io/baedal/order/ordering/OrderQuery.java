package io.baedal.order.ordering;

import io.baedal.web.page.Cursor;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to list; null filters nothing.
 *
 * @param clientReference the client's own name for the order
 * @param statuses any of these; empty filters nothing
 * @param placedTo does not belong to the span
 * @param changedSince placed, asked to be cancelled, or closed then or later
 * @param after where the page before ended; null for the first one
 */
public record OrderQuery(
    @Nullable String customerId,
    @Nullable String storeId,
    @Nullable Long number,
    @Nullable String clientReference,
    Set<OrderStatus> statuses,
    @Nullable Instant placedFrom,
    @Nullable Instant placedTo,
    @Nullable Instant changedSince,
    @Nullable Cursor after) {

  public OrderQuery {
    statuses = Set.copyOf(statuses);
  }
}
