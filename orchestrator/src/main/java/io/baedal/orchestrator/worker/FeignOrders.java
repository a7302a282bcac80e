package io.baedal.orchestrator.worker;

import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.fulfillment.Orders;
import io.github.resilience4j.bulkhead.annotation.Bulkhead;
import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
@CircuitBreaker(name = Guard.ORDER)
@Bulkhead(name = Guard.ORDER)
class FeignOrders implements Orders {

  private final OrderClient client;

  FeignOrders(OrderClient client) {
    this.client = client;
  }

  @Override
  public void close(UUID orderId, Outcome outcome, @Nullable ReasonCode reason) {
    client.close(orderId, new OrderClient.Closing(outcome, reason));
  }
}
