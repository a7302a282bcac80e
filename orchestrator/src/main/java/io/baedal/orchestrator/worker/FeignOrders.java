package io.baedal.orchestrator.worker;

import feign.FeignException;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.fulfillment.Orders;
import io.github.resilience4j.bulkhead.annotation.Bulkhead;
import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
@CircuitBreaker(name = Guard.ORDER)
@Bulkhead(name = Guard.ORDER)
class FeignOrders implements Orders {

  private static final Logger log = LoggerFactory.getLogger(FeignOrders.class);

  private final OrderClient client;

  FeignOrders(OrderClient client) {
    this.client = client;
  }

  @Override
  public void close(
      UUID orderId, Outcome outcome, @Nullable ReasonCode reason, @Nullable String comment) {
    try {
      client.close(orderId, new OrderClient.Closing(outcome, reason, comment));
    } catch (FeignException.Conflict otherwise) {
      // what the process did is done; reconciliation lists the order until the two agree
      log.warn("order {} has another end at order, not {}", orderId, outcome);
    }
  }
}
