package io.baedal.payment.charge;

import java.util.Map;
import java.util.Set;

/** The status of the payment of an order. */
public enum PaymentStatus {
  /** The provider is being called; the money may or may not be taken. */
  REQUESTED,
  APPROVED,
  DECLINED,
  /** Can no longer be approved; what was taken is being given back. */
  CANCELLING,
  /** Undone: all money is given back. */
  CANCELLED;

  private static final Map<PaymentStatus, Set<PaymentStatus>> NEXT =
      Map.of(
          // CANCELLED at once: the provider had reversed it, so nothing was taken
          REQUESTED, Set.of(APPROVED, DECLINED, CANCELLING, CANCELLED),
          APPROVED, Set.of(CANCELLING),
          CANCELLING, Set.of(CANCELLED));

  /** Whether a payment in this status may change to {@code next} directly. */
  boolean allows(PaymentStatus next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }
}
