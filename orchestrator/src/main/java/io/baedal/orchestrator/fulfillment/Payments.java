package io.baedal.orchestrator.fulfillment;

import io.baedal.messaging.event.OrderPlaced;
import java.util.UUID;

/** The payment worker. Both calls can be repeated; a failure to get an answer is thrown. */
public interface Payments {

  /** Takes the order's money. */
  Approval approve(OrderPlaced order);

  /** Gives back what was taken, and makes sure that nothing is taken later. */
  void cancel(UUID orderId);

  /** What became of a request to pay. */
  enum Approval {
    APPROVED,
    DECLINED
  }
}
