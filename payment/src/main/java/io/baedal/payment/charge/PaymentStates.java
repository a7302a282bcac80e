package io.baedal.payment.charge;

import io.baedal.web.reconciliation.OrderChanges;
import io.baedal.web.reconciliation.OrderStates;
import java.time.Instant;
import java.util.UUID;

/** The queries of reconciliation: the payments of given orders, and the payments that changed. */
public interface PaymentStates extends OrderStates<PaymentStates.State>, OrderChanges {

  /**
   * The summary of a payment; amounts are whole minor units.
   *
   * @param changedAt when it was requested or ended, or money was last moved
   */
  record State(
      UUID orderId,
      PaymentStatus status,
      long approvedAmount,
      long refundedAmount,
      Instant changedAt) {}
}
