package io.baedal.orchestrator.fulfillment;

import io.baedal.messaging.event.ReasonCode;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What every step can read of its order. */
final class OrderStep {

  static UUID orderId(DelegateExecution execution) {
    return UUID.fromString(execution.getProcessBusinessKey());
  }

  /** Why the order is undone; an operator who cancels by a bare message need not give a reason. */
  static ReasonCode reason(DelegateExecution execution) {
    Object reason = execution.getVariable(ProcessNames.REASON);
    return reason == null ? ReasonCode.OPERATOR_CANCELLED : ReasonCode.valueOf(reason.toString());
  }

  /** What an operator who did the step by hand says that it came to; mostly nobody did. */
  static Optional<Step.Outcome> settledByHand(DelegateExecution execution, Step step) {
    return Optional.ofNullable(execution.getVariable(step.settledVariable()))
        .map(outcome -> Step.Outcome.valueOf(outcome.toString()));
  }

  private OrderStep() {}
}
