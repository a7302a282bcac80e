package io.baedal.orchestrator.fulfillment;

import static io.baedal.orchestrator.fulfillment.OrderStep.orderId;

import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.progress.OrderProgress;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task "Approve payment"; a declined payment refuses the order. */
@Component
class ApprovePayment implements JavaDelegate {

  private final Payments payments;
  private final OrderProgress progress;

  ApprovePayment(Payments payments, OrderProgress progress) {
    this.payments = payments;
    this.progress = progress;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var approval = payments.approve(progress.placed(orderId(execution)));
    if (approval == Payments.Approval.DECLINED) {
      throw new BpmnError(ReasonCode.PAYMENT_DECLINED.name());
    }
  }
}
