package io.baedal.orchestrator.fulfillment;

import static io.baedal.orchestrator.fulfillment.OrderStep.orderId;
import static io.baedal.orchestrator.fulfillment.OrderStep.reason;
import static io.baedal.orchestrator.fulfillment.OrderStep.settledByHand;

import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.progress.OrderProgress;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks "Close delivered order", "Close cancelled order" and "Close rejected order". */
class CloseOrder implements JavaDelegate {

  private final Orders orders;
  private final OrderProgress progress;
  private final Step step;
  private final Orders.Outcome outcome;

  CloseOrder(Orders orders, OrderProgress progress, Step step, Orders.Outcome outcome) {
    this.orders = orders;
    this.progress = progress;
    this.step = step;
    this.outcome = outcome;
  }

  @Override
  public void execute(DelegateExecution execution) {
    if (settledByHand(execution, step).isEmpty()) {
      UUID order = orderId(execution);
      if (outcome == Orders.Outcome.DELIVERED) {
        orders.close(order, outcome, null, null);
      } else {
        ReasonCode reason = reason(execution);
        orders.close(order, outcome, reason, progress.comment(order, reason));
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {

    @Bean
    CloseOrder closeDeliveredOrder(Orders orders, OrderProgress progress) {
      return new CloseOrder(orders, progress, Step.CLOSE_DELIVERED_ORDER, Orders.Outcome.DELIVERED);
    }

    @Bean
    CloseOrder closeCancelledOrder(Orders orders, OrderProgress progress) {
      return new CloseOrder(orders, progress, Step.CLOSE_CANCELLED_ORDER, Orders.Outcome.CANCELLED);
    }

    @Bean
    CloseOrder closeRejectedOrder(Orders orders, OrderProgress progress) {
      return new CloseOrder(orders, progress, Step.CLOSE_REJECTED_ORDER, Orders.Outcome.REJECTED);
    }
  }
}
