package io.baedal.orchestrator.saga.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * Reads all executions of a process with one statement before its first execution is needed. The
 * engine reads them too, but only after it has read single ones by their ids.
 */
final class Executions extends ExecutionManager {

  /** Reads the executions of a process unless this command has done so. */
  static void readAll(CommandContext command, String processInstanceId) {
    if (command.getDbEntityManager().getCachedEntity(ExecutionEntity.class, processInstanceId)
        != null) {
      return;
    }
    List<ExecutionEntity> executions =
        command.getExecutionManager().findExecutionsByProcessInstanceId(processInstanceId);
    executions.stream()
        .filter(ExecutionEntity::isProcessInstanceExecution)
        .findFirst()
        // as the engine does in ExecutionEntity.ensureExecutionTreeInitialized
        .ifPresent(
            process ->
                process.restoreProcessInstance(executions, null, null, null, null, null, null));
  }

  @Override
  public @Nullable ExecutionEntity findExecutionById(String id) {
    CommandContext command = Context.getCommandContext();
    JobEntity job = command.getCurrentJob();
    if (job != null && id.equals(job.getExecutionId())) {
      readAll(command, job.getProcessInstanceId());
    }
    return super.findExecutionById(id);
  }
}
