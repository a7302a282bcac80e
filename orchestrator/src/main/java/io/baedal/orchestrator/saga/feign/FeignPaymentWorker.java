package io.baedal.orchestrator.saga.feign;

import io.baedal.messaging.event.OrderPlaced;
import io.baedal.orchestrator.saga.PaymentWorker;
import io.baedal.orchestrator.saga.feign.PaymentClient.PaymentRequest;
import io.github.resilience4j.bulkhead.annotation.Bulkhead;
import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class FeignPaymentWorker implements PaymentWorker {

  private final PaymentClient client;

  FeignPaymentWorker(PaymentClient client) {
    this.client = client;
  }

  @Override
  @CircuitBreaker(name = Guard.PAYMENT)
  @Bulkhead(name = Guard.PAYMENT)
  public Approval approve(OrderPlaced order) {
    var request =
        new PaymentRequest(
            order.amount(), order.currency(), order.paymentMethod(), order.customerId());
    return switch (client.approve(order.orderId(), request).status()) {
      case APPROVED -> Approval.APPROVED;
      case DECLINED -> Approval.DECLINED;
      case CANCELLED -> throw new UndoneBefore("payment", order.orderId());
    };
  }

  @Override
  @CircuitBreaker(name = Guard.PAYMENT_UNDO)
  @Bulkhead(name = Guard.PAYMENT_UNDO)
  public void cancel(UUID orderId) {
    client.cancel(orderId);
  }
}
