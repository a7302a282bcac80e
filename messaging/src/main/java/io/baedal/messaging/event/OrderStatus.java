package io.baedal.messaging.event;

import java.util.Map;
import java.util.Set;

/** The status of an order in its process, and the statuses that can follow. */
public enum OrderStatus {
  PLACED,
  PAYMENT_APPROVED,
  STORE_REQUESTED,
  STORE_ACCEPTED,
  DELIVERY_STARTED,
  /** The courier has the order, which cannot be cancelled any more. */
  PICKED_UP,
  DELIVERED,
  /** A cancel was accepted and the steps are being undone. */
  CANCELLATION_REQUESTED,
  CANCELLED,
  REJECTED;

  private static final Map<OrderStatus, Set<OrderStatus>> NEXT =
      Map.of(
          PLACED, Set.of(PAYMENT_APPROVED, CANCELLATION_REQUESTED, REJECTED),
          PAYMENT_APPROVED, Set.of(STORE_REQUESTED, CANCELLATION_REQUESTED),
          STORE_REQUESTED, Set.of(STORE_ACCEPTED, CANCELLATION_REQUESTED, REJECTED),
          STORE_ACCEPTED, Set.of(DELIVERY_STARTED, CANCELLATION_REQUESTED),
          DELIVERY_STARTED, Set.of(PICKED_UP, CANCELLATION_REQUESTED),
          // PICKED_UP if the courier picked the order up before the recall
          CANCELLATION_REQUESTED, Set.of(CANCELLED, PICKED_UP),
          PICKED_UP, Set.of(DELIVERED));

  /** Whether an order in this status may change to {@code next} directly. */
  public boolean allows(OrderStatus next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /** Whether an order in this status is in {@code other}, or can still reach it. */
  public boolean leadsTo(OrderStatus other) {
    return this == other
        || NEXT.getOrDefault(this, Set.of()).stream().anyMatch(next -> next.leadsTo(other));
  }

  /** Whether nothing follows this status. */
  public boolean ended() {
    return !NEXT.containsKey(this);
  }
}
