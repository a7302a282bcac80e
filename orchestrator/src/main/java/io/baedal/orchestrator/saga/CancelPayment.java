package io.baedal.orchestrator.saga;

import static io.baedal.orchestrator.saga.OrderStep.orderId;
import static io.baedal.orchestrator.saga.OrderStep.settledOutcome;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Compensation of "Approve payment". */
@Component
class CancelPayment implements JavaDelegate {

  private final PaymentWorker payments;

  CancelPayment(PaymentWorker payments) {
    this.payments = payments;
  }

  @Override
  public void execute(DelegateExecution execution) {
    if (settledOutcome(execution, Step.CANCEL_PAYMENT).isEmpty()) {
      payments.cancel(orderId(execution));
    }
  }
}
