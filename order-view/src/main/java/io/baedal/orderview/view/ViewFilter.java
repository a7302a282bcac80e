package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.web.access.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list; null means no condition.
 *
 * @param statuses any of these; empty means any
 * @param placedFrom placed at this time or later
 * @param placedTo placed before this time
 * @param changedSince the view was changed at this time or later, by the clock of the database
 * @param scope only views inside it
 */
public record ViewFilter(
    @Nullable String customerId,
    @Nullable String storeId,
    Set<OrderStatus> statuses,
    @Nullable Instant placedFrom,
    @Nullable Instant placedTo,
    @Nullable Instant changedSince,
    @Nullable Long number,
    @Nullable String clientReference,
    Scope scope) {

  /** Matches all views. */
  public static final ViewFilter ALL =
      new ViewFilter(null, null, Set.of(), null, null, null, null, null, Scope.ALL);

  public ViewFilter {
    statuses = Set.copyOf(statuses);
  }
}
