package io.baedal.orchestrator.saga;

import static io.baedal.orchestrator.saga.OrderStep.orderId;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task "Start delivery". */
@Component
class StartDelivery implements JavaDelegate {

  private final DeliveryWorker deliveries;
  private final OrderProgress progress;

  StartDelivery(DeliveryWorker deliveries, OrderProgress progress) {
    this.deliveries = deliveries;
    this.progress = progress;
  }

  @Override
  public void execute(DelegateExecution execution) {
    deliveries.start(progress.placed(orderId(execution)));
  }
}
