package io.baedal.payment.charge;

import io.baedal.web.reconciliation.OrderChanges;
import io.baedal.web.reconciliation.OrderStates;
import java.time.Instant;
import java.util.UUID;

/** What reconciliation asks: how the payments of some orders stand, and which have changed. */
public interface PaymentStates extends OrderStates<PaymentStates.State>, OrderChanges {

  /**
   * A payment in short; amounts are whole minor units.
   *
   * @param changedAt when it was requested, money last moved, or it ended
   */
  record State(
      UUID orderId,
      PaymentStatus status,
      long approvedAmount,
      long refundedAmount,
      Instant changedAt) {}
}
