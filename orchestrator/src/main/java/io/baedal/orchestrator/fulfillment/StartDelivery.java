package io.baedal.orchestrator.fulfillment;

import static io.baedal.orchestrator.fulfillment.OrderStep.orderId;

import io.baedal.orchestrator.progress.OrderProgress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task "Start delivery". */
@Component
class StartDelivery implements JavaDelegate {

  private final Deliveries deliveries;
  private final OrderProgress progress;

  StartDelivery(Deliveries deliveries, OrderProgress progress) {
    this.deliveries = deliveries;
    this.progress = progress;
  }

  @Override
  public void execute(DelegateExecution execution) {
    deliveries.start(progress.placed(orderId(execution)));
  }
}
