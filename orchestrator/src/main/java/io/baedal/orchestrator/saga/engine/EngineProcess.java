package io.baedal.orchestrator.saga.engine;

import io.baedal.messaging.event.OrderPlaced;
import io.baedal.orchestrator.saga.FulfillmentProcess;
import io.baedal.orchestrator.saga.ProcessNames;
import io.baedal.orchestrator.saga.RunnableVersions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The running processes, addressed by order. */
@Component
class EngineProcess implements FulfillmentProcess {

  /** Replaces the engine's query, which is built on each call and reads all columns. */
  private static final String WAITING =
      """
      SELECT process.id_ AS process, waiting.id_ AS execution, waiting.proc_def_id_ AS version
      FROM act_ru_execution process
      JOIN act_ru_execution waiting ON waiting.proc_inst_id_ = process.id_
      JOIN act_ru_event_subscr message ON message.execution_id_ = waiting.id_
      WHERE process.business_key_ = ? AND message.event_type_ = 'message'
        AND message.event_name_ = ? AND waiting.suspension_state_ = 1
      """;

  private final JdbcClient jdbc;
  private final ProcessEngineConfigurationImpl engine;
  private final RuntimeService runtime;
  private final StartVersion start;
  private final RunnableVersions versions;

  EngineProcess(
      JdbcClient jdbc,
      ProcessEngineConfigurationImpl engine,
      RuntimeService runtime,
      StartVersion start,
      RunnableVersions versions) {
    this.jdbc = jdbc;
    this.engine = engine;
    this.runtime = runtime;
    this.start = start;
    this.versions = versions;
  }

  @Override
  public void start(OrderPlaced order) {
    runtime.startProcessInstanceById(start.definitionId(), order.orderId().toString());
  }

  @Override
  public List<String> otherVersions() {
    return versions.others();
  }

  @Override
  public State state(UUID orderId) {
    List<ProcessInstance> processes =
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(orderId.toString()).list();
    if (processes.isEmpty()) {
      return State.GONE;
    }
    if (processes.stream().anyMatch(ProcessInstance::isSuspended)) {
      return State.SUSPENDED;
    }
    return isBeingUndone(processes) ? State.UNDOING : State.RUNNING;
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

  @Override
  public boolean runsHere(UUID orderId) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(orderId.toString())
        .list()
        .stream()
        .allMatch(process -> versions.runs(process.getProcessDefinitionId()));
  }

  @Override
  public boolean correlate(UUID orderId, String message, Map<String, Object> variables) {
    // queried first: if no process waits, or it is suspended, the engine throws and marks the
    // transaction for rollback
    List<Waiting> waiting =
        jdbc.sql(WAITING).params(orderId.toString(), message).query(Waiting.class).list();
    if (waiting.isEmpty() || !waiting.stream().allMatch(one -> versions.runs(one.version()))) {
      return false;
    }
    waiting.forEach(
        one ->
            engine
                .getCommandExecutorTxRequired()
                .execute(new ReceiveMessage(message, one.process(), one.execution(), variables)));
    return true;
  }

  private record Waiting(String process, String execution, String version) {}
}
