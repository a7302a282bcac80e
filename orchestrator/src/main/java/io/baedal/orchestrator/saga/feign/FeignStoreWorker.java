package io.baedal.orchestrator.saga.feign;

import io.baedal.messaging.event.OrderPlaced;
import io.baedal.orchestrator.saga.StoreWorker;
import io.baedal.orchestrator.saga.feign.DeliveryClient.StoreRequest;
import io.baedal.orchestrator.saga.feign.DeliveryClient.StoreStatus;
import io.github.resilience4j.bulkhead.annotation.Bulkhead;
import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class FeignStoreWorker implements StoreWorker {

  private final DeliveryClient client;

  FeignStoreWorker(DeliveryClient client) {
    this.client = client;
  }

  @Override
  @CircuitBreaker(name = Guard.DELIVERY)
  @Bulkhead(name = Guard.DELIVERY)
  public void request(OrderPlaced order) {
    var answer = client.requestStore(order.orderId(), StoreRequest.of(order));
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
