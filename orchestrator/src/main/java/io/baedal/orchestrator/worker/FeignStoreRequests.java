package io.baedal.orchestrator.worker;

import io.baedal.messaging.event.OrderPlaced;
import io.baedal.orchestrator.fulfillment.StoreRequests;
import io.baedal.orchestrator.worker.DeliveryClient.Item;
import io.baedal.orchestrator.worker.DeliveryClient.StoreRequest;
import io.baedal.orchestrator.worker.DeliveryClient.StoreStatus;
import io.github.resilience4j.bulkhead.annotation.Bulkhead;
import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class FeignStoreRequests implements StoreRequests {

  private final DeliveryClient client;

  FeignStoreRequests(DeliveryClient client) {
    this.client = client;
  }

  @Override
  @CircuitBreaker(name = Guard.DELIVERY)
  @Bulkhead(name = Guard.DELIVERY)
  public void request(OrderPlaced order) {
    var items =
        order.items().stream()
            .map(item -> new Item(item.productName(), item.quantity(), item.options()))
            .toList();
    var request = new StoreRequest(order.storeId(), items, order.number(), order.note());
    var answer = client.requestStore(order.orderId(), request);
    if (answer.status() == StoreStatus.CANCELLED) {
      throw new UndoneBefore("store request", order.orderId());
    }
  }

  @Override
  @CircuitBreaker(name = Guard.DELIVERY_UNDO)
  @Bulkhead(name = Guard.DELIVERY_UNDO)
  public void cancel(UUID orderId) {
    client.cancelStoreRequest(orderId);
  }
}
