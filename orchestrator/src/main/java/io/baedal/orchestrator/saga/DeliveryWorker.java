package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.OrderPlaced;
import java.util.UUID;

/** The couriers, through the delivery worker. Both calls can be repeated. */
public interface DeliveryWorker {

  /** Requests a courier; pick-up and completion arrive as events. */
  void start(OrderPlaced order);

  /** Recalls the courier. */
  Recall recall(UUID orderId);

  /** The outcome of a recall. */
  enum Recall {
    RECALLED,
    /** The courier has the order already; nothing was changed. */
    TOO_LATE
  }
}
