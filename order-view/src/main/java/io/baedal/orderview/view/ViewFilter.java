package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which views to list: null lets all through.
 *
 * @param statuses any of these; all if there are none
 * @param placedFrom placed then or later
 * @param placedTo placed before
 * @param changedSince whose view changed then or later, by the clock of this service
 */
public record ViewFilter(
    @Nullable String customerId,
    @Nullable String storeId,
    Set<OrderStatus> statuses,
    @Nullable Instant placedFrom,
    @Nullable Instant placedTo,
    @Nullable Instant changedSince,
    @Nullable Long number,
    @Nullable String clientReference) {

  /** Lets all through. */
  public static final ViewFilter ALL =
      new ViewFilter(null, null, Set.of(), null, null, null, null, null);

  public ViewFilter {
    statuses = Set.copyOf(statuses);
  }
}
