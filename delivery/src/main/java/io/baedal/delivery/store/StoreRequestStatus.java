package io.baedal.delivery.store;

import java.util.Map;
import java.util.Set;

/** Where a store request stands. */
public enum StoreRequestStatus {
  /** The store has not answered yet. */
  REQUESTED,
  ACCEPTED,
  REJECTED,
  /** The store need not prepare it, or not any more. */
  CANCELLED;

  private static final Map<StoreRequestStatus, Set<StoreRequestStatus>> NEXT =
      Map.of(
          REQUESTED, Set.of(ACCEPTED, REJECTED, CANCELLED),
          ACCEPTED, Set.of(CANCELLED));

  /** Whether a request in this status may come into {@code next} directly. */
  boolean allows(StoreRequestStatus next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }
}
