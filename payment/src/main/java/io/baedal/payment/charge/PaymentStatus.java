package io.baedal.payment.charge;

import java.util.Map;
import java.util.Set;

/** The status of the payment of an order. */
public enum PaymentStatus {
  /** The provider is being called; whether the money is charged is unknown. */
  REQUESTED,
  APPROVED,
  DECLINED,
  /** Can no longer be approved; the charged money is being refunded. */
  CANCELLING,
  /** Cancelled: all money is refunded. */
  CANCELLED;

  private static final Map<PaymentStatus, Set<PaymentStatus>> NEXT =
      Map.of(
          // CANCELLED if the provider has already reversed it, so that nothing was charged
          REQUESTED, Set.of(APPROVED, DECLINED, CANCELLING, CANCELLED),
          APPROVED, Set.of(CANCELLING),
          CANCELLING, Set.of(CANCELLED));

  /** Whether a payment in this status may change to {@code next} directly. */
  boolean allows(PaymentStatus next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }
}
