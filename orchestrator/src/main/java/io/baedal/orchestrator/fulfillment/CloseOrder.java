package io.baedal.orchestrator.fulfillment;

import static io.baedal.orchestrator.fulfillment.OrderStep.orderId;
import static io.baedal.orchestrator.fulfillment.OrderStep.reason;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks "Close delivered order", "Close cancelled order" and "Close rejected order". */
class CloseOrder implements JavaDelegate {

  private final Orders orders;
  private final Orders.Outcome outcome;

  CloseOrder(Orders orders, Orders.Outcome outcome) {
    this.orders = orders;
    this.outcome = outcome;
  }

  @Override
  public void execute(DelegateExecution execution) {
    orders.close(
        orderId(execution),
        outcome,
        outcome == Orders.Outcome.DELIVERED ? null : reason(execution));
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {

    @Bean
    CloseOrder closeDeliveredOrder(Orders orders) {
      return new CloseOrder(orders, Orders.Outcome.DELIVERED);
    }

    @Bean
    CloseOrder closeCancelledOrder(Orders orders) {
      return new CloseOrder(orders, Orders.Outcome.CANCELLED);
    }

    @Bean
    CloseOrder closeRejectedOrder(Orders orders) {
      return new CloseOrder(orders, Orders.Outcome.REJECTED);
    }
  }
}
