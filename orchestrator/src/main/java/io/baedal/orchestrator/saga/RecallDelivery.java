package io.baedal.orchestrator.saga;

import static io.baedal.orchestrator.saga.OrderStep.orderId;
import static io.baedal.orchestrator.saga.OrderStep.settledOutcome;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Compensation of "Start delivery"; it can come too late. */
@Component
class RecallDelivery implements JavaDelegate {

  private final DeliveryWorker deliveries;

  RecallDelivery(DeliveryWorker deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean tooLate =
        settledOutcome(execution, Step.RECALL_DELIVERY)
            .map(outcome -> outcome == Step.Outcome.TOO_LATE)
            .orElseGet(
                () -> deliveries.recall(orderId(execution)) == DeliveryWorker.Recall.TOO_LATE);
    if (tooLate) {
      execution.getProcessInstance().setVariable(ProcessNames.COURIER_WAS_FASTER, true);
    }
  }
}
