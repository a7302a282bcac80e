package io.baedal.order.ordering;

import java.util.Map;
import java.util.Set;

/** What the customer's side of an order knows: it runs, is to be cancelled, or has ended. */
public enum OrderStatus {
  PLACED,
  CANCELLATION_REQUESTED,
  DELIVERED,
  CANCELLED,
  REJECTED;

  private static final Map<OrderStatus, Set<OrderStatus>> NEXT =
      Map.of(
          // an operator cancels without a customer's request
          PLACED, Set.of(CANCELLATION_REQUESTED, DELIVERED, CANCELLED, REJECTED),
          // refused: the order continues
          CANCELLATION_REQUESTED, Set.of(PLACED, DELIVERED, CANCELLED, REJECTED),
          // a database that was restored or edited: the process decides
          DELIVERED, Set.of(CANCELLED, REJECTED),
          CANCELLED, Set.of(DELIVERED, REJECTED),
          REJECTED, Set.of(DELIVERED, CANCELLED));

  boolean allows(OrderStatus next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /** Whether the order runs no longer. */
  public boolean ended() {
    return this != PLACED && this != CANCELLATION_REQUESTED;
  }
}
