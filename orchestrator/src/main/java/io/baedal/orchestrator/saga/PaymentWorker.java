package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.OrderPlaced;
import java.util.UUID;

/** The payment worker. Both calls can be repeated; they throw if they get no answer. */
public interface PaymentWorker {

  /** Charges the order's amount. */
  Approval approve(OrderPlaced order);

  /** Refunds what was charged, and makes sure that nothing is charged later. */
  void cancel(UUID orderId);

  /** The outcome of a payment request. */
  enum Approval {
    APPROVED,
    DECLINED
  }
}
