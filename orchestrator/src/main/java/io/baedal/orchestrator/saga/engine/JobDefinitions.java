package io.baedal.orchestrator.saga.engine;

import org.camunda.bpm.engine.impl.context.Context;
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

  /** Commands that change a definition read it outside of executions, without the cache. */
  @Override
  public @Nullable JobDefinitionEntity findById(String id) {
    return Context.getCoreExecutionContext() == null
        ? super.findById(id)
        : recent.get(id, super::findById);
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
