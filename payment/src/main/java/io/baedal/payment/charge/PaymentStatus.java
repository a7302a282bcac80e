package io.baedal.payment.charge;

import java.util.Map;
import java.util.Set;

/** Where the payment of an order stands. */
public enum PaymentStatus {
  /** The provider is being asked; the money may or may not be taken. */
  REQUESTED,
  APPROVED,
  DECLINED,
  /** Will not be approved any more; what was taken is being given back. */
  CANCELLING,
  /** Undone: nothing of it is with us. */
  CANCELLED;

  private static final Map<PaymentStatus, Set<PaymentStatus>> NEXT =
      Map.of(
          // CANCELLED at once: the provider knew it as reversed, so nothing was taken
          REQUESTED, Set.of(APPROVED, DECLINED, CANCELLING, CANCELLED),
          APPROVED, Set.of(CANCELLING),
          CANCELLING, Set.of(CANCELLED));

  /** Whether a payment in this status may come into {@code next} directly. */
  boolean allows(PaymentStatus next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }
}
