package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.OrderPlaced;
import java.util.UUID;

/** The stores, through the delivery worker. Both calls can be repeated. */
public interface StoreWorker {

  /** Asks the store to prepare the order; its answer comes as an event. */
  void request(OrderPlaced order);

  /** Tells the store not to prepare the order, even if the request arrives later. */
  void cancel(UUID orderId);
}
