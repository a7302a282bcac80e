package io.baedal.orchestrator.saga;

import static io.baedal.orchestrator.saga.OrderStep.orderId;

import io.baedal.messaging.event.ReasonCode;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task "Approve payment"; a declined payment rejects the order. */
@Component
class ApprovePayment implements JavaDelegate {

  private final PaymentWorker payments;
  private final OrderProgress progress;

  ApprovePayment(PaymentWorker payments, OrderProgress progress) {
    this.payments = payments;
    this.progress = progress;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var approval = payments.approve(progress.placed(orderId(execution)));
    if (approval == PaymentWorker.Approval.DECLINED) {
      throw new BpmnError(ReasonCode.PAYMENT_DECLINED.name());
    }
  }
}
