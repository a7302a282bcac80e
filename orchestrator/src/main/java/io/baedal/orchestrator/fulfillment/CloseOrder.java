package io.baedal.orchestrator.fulfillment;

import static io.baedal.orchestrator.fulfillment.OrderStep.orderId;
import static io.baedal.orchestrator.fulfillment.OrderStep.reason;
import static io.baedal.orchestrator.fulfillment.OrderStep.settledByHand;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks "Close delivered order", "Close cancelled order" and "Close rejected order". */
class CloseOrder implements JavaDelegate {

  private final Orders orders;
  private final Step step;
  private final Orders.Outcome outcome;

  CloseOrder(Orders orders, Step step, Orders.Outcome outcome) {
    this.orders = orders;
    this.step = step;
    this.outcome = outcome;
  }

  @Override
  public void execute(DelegateExecution execution) {
    if (settledByHand(execution, step).isEmpty()) {
      orders.close(
          orderId(execution),
          outcome,
          outcome == Orders.Outcome.DELIVERED ? null : reason(execution));
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {

    @Bean
    CloseOrder closeDeliveredOrder(Orders orders) {
      return new CloseOrder(orders, Step.CLOSE_DELIVERED_ORDER, Orders.Outcome.DELIVERED);
    }

    @Bean
    CloseOrder closeCancelledOrder(Orders orders) {
      return new CloseOrder(orders, Step.CLOSE_CANCELLED_ORDER, Orders.Outcome.CANCELLED);
    }

    @Bean
    CloseOrder closeRejectedOrder(Orders orders) {
      return new CloseOrder(orders, Step.CLOSE_REJECTED_ORDER, Orders.Outcome.REJECTED);
    }
  }
}
