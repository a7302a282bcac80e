package io.baedal.delivery.courier;

import java.util.Map;
import java.util.Set;

/** How far a delivery is. */
public enum DeliveryStatus {
  /** A courier is on the way to the store. */
  STARTED,
  /** The courier has the order: it is not called back any more. */
  PICKED_UP,
  /** The customer has the order. */
  COMPLETED,
  /** The courier need not come, or was called back before pick-up. */
  CANCELLED;

  private static final Map<DeliveryStatus, Set<DeliveryStatus>> NEXT =
      Map.of(
          STARTED, Set.of(PICKED_UP, CANCELLED),
          PICKED_UP, Set.of(COMPLETED));

  /** Whether a delivery in this status may come into {@code next} directly. */
  boolean allows(DeliveryStatus next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }
}
