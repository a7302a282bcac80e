package io.baedal.order.ordering;

import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list of orders; null means no condition.
 *
 * @param clientReference the client's own reference for the order
 * @param statuses any of these; empty means no condition
 * @param placedTo exclusive
 * @param changedSince placed, cancellation requested, or closed at this time or later
 * @param after the end of the previous page; null for the first page
 * @param scope only orders inside it
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
    @Nullable Cursor after,
    Scope scope) {

  public OrderQuery {
    statuses = Set.copyOf(statuses);
  }
}
