package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.OrderPlaced;
import java.util.UUID;

/** The stores, through the delivery worker. Both calls can be repeated. */
public interface StoreWorker {

  /** Requests the store to prepare the order; its answer arrives as an event. */
  void request(OrderPlaced order);

  /** Cancels the request to the store, even if the request arrives later. */
  void cancel(UUID orderId);
}
