package io.baedal.orchestrator.correlation;

import io.baedal.messaging.event.OrderPlaced;
import io.baedal.orchestrator.fulfillment.ProcessNames;
import io.baedal.orchestrator.version.RunnableVersions;
import io.baedal.orchestrator.version.StartVersion;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The running processes, addressed by order. */
@Component
class FulfillmentProcess {

  private final RuntimeService runtime;
  private final StartVersion start;
  private final RunnableVersions versions;

  FulfillmentProcess(RuntimeService runtime, StartVersion start, RunnableVersions versions) {
    this.runtime = runtime;
    this.start = start;
    this.versions = versions;
  }

  void start(OrderPlaced order) {
    runtime.startProcessInstanceById(start.definitionId(), order.orderId().toString());
  }

  /** The engine's ids of the versions that are left to instances of newer builds. */
  List<String> otherVersions() {
    return versions.others();
  }

  /** How the process of an order stands. */
  State state(UUID orderId) {
    List<ProcessInstance> processes =
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(orderId.toString()).list();
    if (processes.isEmpty()) {
      return State.GONE;
    }
    if (processes.stream().anyMatch(ProcessInstance::isSuspended)) {
      return State.SUSPENDED;
    }
    return isBeingUndone(processes) ? State.UNDOING : State.GOING_ON;
  }

  private boolean isBeingUndone(List<ProcessInstance> processes) {
    return runtime
            .createVariableInstanceQuery()
            .processInstanceIdIn(
                processes.stream().map(ProcessInstance::getId).toArray(String[]::new))
            .variableName(ProcessNames.REASON)
            .count()
        > 0;
  }

  /**
   * Whether this instance knows the version of the process that the order runs on. If it does not,
   * an instance of a newer build must do what is to be done: a message brings the process to its
   * next wait, through elements that this build may not have.
   */
  boolean runsHere(UUID orderId) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(orderId.toString())
        .list()
        .stream()
        .allMatch(process -> versions.runs(process.getProcessDefinitionId()));
  }

  /**
   * Hands a message to the process of an order.
   *
   * @return whether it waited for it, and its version runs here
   */
  boolean correlate(UUID orderId, String message, Map<String, Object> variables) {
    // asked first: the engine's exception when nobody waits, or an operator holds the process,
    // would doom the transaction
    List<Execution> waiting =
        runtime
            .createExecutionQuery()
            .processInstanceBusinessKey(orderId.toString())
            .messageEventSubscriptionName(message)
            .active()
            .list();
    if (waiting.isEmpty() || !waiting.stream().allMatch(this::runsHere)) {
      return false;
    }
    waiting.forEach(one -> runtime.messageEventReceived(message, one.getId(), variables));
    return true;
  }

  private boolean runsHere(Execution execution) {
    return versions.runs(((ExecutionEntity) execution).getProcessDefinitionId());
  }

  /** How the process of an order can stand. */
  enum State {
    GONE,
    /** An operator holds it, so that no message reaches it. */
    SUSPENDED,
    /** It has a reason to end without a delivery. */
    UNDOING,
    GOING_ON
  }
}
