package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.ReasonCode;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What each step can read about its order. */
final class OrderStep {

  static UUID orderId(DelegateExecution execution) {
    return UUID.fromString(execution.getProcessBusinessKey());
  }

  /** Why the order is undone; an operator who sends the message directly may omit it. */
  static ReasonCode reason(DelegateExecution execution) {
    Object reason = execution.getVariable(ProcessNames.REASON);
    return reason == null ? ReasonCode.OPERATOR_CANCELLED : ReasonCode.valueOf(reason.toString());
  }

  /** The outcome of a settled step; usually empty. */
  static Optional<Step.Outcome> settledOutcome(DelegateExecution execution, Step step) {
    return Optional.ofNullable(execution.getVariable(step.settledVariable()))
        .map(outcome -> Step.Outcome.valueOf(outcome.toString()));
  }

  private OrderStep() {}
}
