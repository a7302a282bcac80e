package io.baedal.order.ordering;

import java.util.Map;
import java.util.Set;

/** The status of an order for its customer: running, to be cancelled, or ended. */
public enum CustomerStatus {
  PLACED,
  CANCELLATION_REQUESTED,
  DELIVERED,
  CANCELLED,
  REJECTED;

  private static final Map<CustomerStatus, Set<CustomerStatus>> NEXT =
      Map.of(
          // an operator cancels without a customer's request
          PLACED, Set.of(CANCELLATION_REQUESTED, DELIVERED, CANCELLED, REJECTED),
          // PLACED after a refusal
          CANCELLATION_REQUESTED, Set.of(PLACED, DELIVERED, CANCELLED, REJECTED),
          // after a restore or an edit of the database, the process decides
          DELIVERED, Set.of(CANCELLED, REJECTED),
          CANCELLED, Set.of(DELIVERED, REJECTED),
          REJECTED, Set.of(DELIVERED, CANCELLED));

  boolean allows(CustomerStatus next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /** Whether the order has ended. */
  public boolean ended() {
    return this != PLACED && this != CANCELLATION_REQUESTED;
  }
}
