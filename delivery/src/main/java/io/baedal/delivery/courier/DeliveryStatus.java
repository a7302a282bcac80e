package io.baedal.delivery.courier;

import java.util.Map;
import java.util.Set;

/** The status of a delivery. */
public enum DeliveryStatus {
  /** A courier is on the way to the store. */
  STARTED,
  /** The courier has the order, which can no longer be recalled. */
  PICKED_UP,
  /** The customer has the order. */
  COMPLETED,
  /** The delivery was recalled before it started or before pick-up. */
  CANCELLED;

  private static final Map<DeliveryStatus, Set<DeliveryStatus>> NEXT =
      Map.of(
          STARTED, Set.of(PICKED_UP, CANCELLED),
          PICKED_UP, Set.of(COMPLETED));

  /** Whether a delivery in this status may change to {@code next} directly. */
  boolean allows(DeliveryStatus next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }
}
