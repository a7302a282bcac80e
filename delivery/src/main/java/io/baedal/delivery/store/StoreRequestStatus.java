package io.baedal.delivery.store;

import java.util.Map;
import java.util.Set;

/** The status of a store request. */
public enum StoreRequestStatus {
  /** The store has not answered yet. */
  REQUESTED,
  ACCEPTED,
  REJECTED,
  /** The store does not have to prepare the order. */
  CANCELLED;

  private static final Map<StoreRequestStatus, Set<StoreRequestStatus>> NEXT =
      Map.of(
          REQUESTED, Set.of(ACCEPTED, REJECTED, CANCELLED),
          ACCEPTED, Set.of(CANCELLED));

  /** Whether a request in this status may change to {@code next} directly. */
  boolean allows(StoreRequestStatus next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }
}
