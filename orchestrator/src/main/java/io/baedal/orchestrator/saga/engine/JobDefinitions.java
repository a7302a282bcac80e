package io.baedal.orchestrator.saga.engine;

import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.jspecify.annotations.Nullable;

/** Caches job definitions for a second, see {@link RecentlyRead}. */
final class JobDefinitions extends JobDefinitionManager {

  private final RecentlyRead<JobDefinitionEntity> recent;

  JobDefinitions(RecentlyRead<JobDefinitionEntity> recent) {
    this.recent = recent;
  }

  /** Commands that may change a definition read it without the cache. */
  @Override
  public @Nullable JobDefinitionEntity findById(String id) {
    return continuesAnOrder(Context.getCommandInvocationContext().getCommand())
        ? recent.get(id, super::findById)
        : super.findById(id);
  }

  private static boolean continuesAnOrder(Command<?> command) {
    return command instanceof ExecuteJobsCmd
        || command instanceof MessageEventReceivedCmd
        || command instanceof StartProcessInstanceCmd;
  }

  @Override
  public void updateJobDefinitionSuspensionStateById(String id, SuspensionState state) {
    recent.invalidate();
    super.updateJobDefinitionSuspensionStateById(id, state);
  }

  @Override
  public void updateJobDefinitionSuspensionStateByProcessDefinitionId(
      String id, SuspensionState state) {
    recent.invalidate();
    super.updateJobDefinitionSuspensionStateByProcessDefinitionId(id, state);
  }

  @Override
  public void updateJobDefinitionSuspensionStateByProcessDefinitionKey(
      String key, SuspensionState state) {
    recent.invalidate();
    super.updateJobDefinitionSuspensionStateByProcessDefinitionKey(key, state);
  }

  @Override
  public void updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(
      String key, @Nullable String tenantId, SuspensionState state) {
    recent.invalidate();
    super.updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(key, tenantId, state);
  }
}
