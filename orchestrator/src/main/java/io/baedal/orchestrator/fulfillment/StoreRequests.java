package io.baedal.orchestrator.fulfillment;

import io.baedal.messaging.event.OrderPlaced;
import java.util.UUID;

/** The stores, through the delivery worker. Both calls can be repeated. */
public interface StoreRequests {

  /** Asks the store to prepare the order; its answer comes as an event. */
  void request(OrderPlaced order);

  /** Tells the store not to prepare the order, now or if the request should still come. */
  void cancel(UUID orderId);
}
