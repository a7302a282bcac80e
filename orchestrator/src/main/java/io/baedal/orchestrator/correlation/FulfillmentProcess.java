package io.baedal.orchestrator.correlation;

import io.baedal.messaging.event.OrderPlaced;
import io.baedal.orchestrator.fulfillment.ProcessNames;
import io.baedal.orchestrator.version.RunnableVersions;
import io.baedal.orchestrator.version.StartVersion;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The running processes, addressed by order. */
@Component
class FulfillmentProcess {

  /** The engine builds its own query for it each time, and reads all columns. */
  private static final String WAITING =
      """
      SELECT waiting.id_ AS execution, waiting.proc_def_id_ AS version
      FROM act_ru_execution process
      JOIN act_ru_execution waiting ON waiting.proc_inst_id_ = process.id_
      JOIN act_ru_event_subscr message ON message.execution_id_ = waiting.id_
      WHERE process.business_key_ = ? AND message.event_type_ = 'message'
        AND message.event_name_ = ? AND waiting.suspension_state_ = 1
      """;

  private final JdbcClient jdbc;
  private final RuntimeService runtime;
  private final StartVersion start;
  private final RunnableVersions versions;

  FulfillmentProcess(
      JdbcClient jdbc, RuntimeService runtime, StartVersion start, RunnableVersions versions) {
    this.jdbc = jdbc;
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
    List<Waiting> waiting =
        jdbc.sql(WAITING).params(orderId.toString(), message).query(Waiting.class).list();
    if (waiting.isEmpty() || !waiting.stream().allMatch(one -> versions.runs(one.version()))) {
      return false;
    }
    waiting.forEach(one -> runtime.messageEventReceived(message, one.execution(), variables));
    return true;
  }

  private record Waiting(String execution, String version) {}

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
