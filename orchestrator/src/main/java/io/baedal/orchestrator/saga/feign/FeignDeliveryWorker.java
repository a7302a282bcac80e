package io.baedal.orchestrator.saga.feign;

import io.baedal.messaging.event.OrderPlaced;
import io.baedal.orchestrator.saga.DeliveryWorker;
import io.baedal.orchestrator.saga.feign.DeliveryClient.CourierStatus;
import io.baedal.orchestrator.saga.feign.DeliveryClient.DeliveryRequest;
import io.github.resilience4j.bulkhead.annotation.Bulkhead;
import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class FeignDeliveryWorker implements DeliveryWorker {

  private final DeliveryClient client;

  FeignDeliveryWorker(DeliveryClient client) {
    this.client = client;
  }

  @Override
  @CircuitBreaker(name = Guard.DELIVERY)
  @Bulkhead(name = Guard.DELIVERY)
  public void start(OrderPlaced order) {
    var answer = client.startDelivery(order.orderId(), DeliveryRequest.of(order));
    if (answer.status() == CourierStatus.CANCELLED) {
      throw new UndoneBefore("delivery", order.orderId());
    }
  }

  @Override
  @CircuitBreaker(name = Guard.DELIVERY_UNDO)
  @Bulkhead(name = Guard.DELIVERY_UNDO)
  public Recall recall(UUID orderId) {
    return switch (client.recallDelivery(orderId).status()) {
      case CANCELLED -> Recall.RECALLED;
      case PICKED_UP, COMPLETED -> Recall.TOO_LATE;
      case STARTED ->
          throw new IllegalStateException("the courier of order " + orderId + " was not recalled");
    };
  }
}
