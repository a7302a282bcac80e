package io.baedal.orchestrator.fulfillment;

import io.baedal.messaging.event.OrderPlaced;
import java.util.UUID;

/** The couriers, through the delivery worker. Both calls can be repeated. */
public interface Deliveries {

  /** Asks for a courier; pick-up and completion come as events. */
  void start(OrderPlaced order);

  /** Calls the courier back. */
  Recall recall(UUID orderId);

  /** Who was faster. */
  enum Recall {
    RECALLED,
    /** The courier has the order already; nothing was changed. */
    TOO_LATE
  }
}
