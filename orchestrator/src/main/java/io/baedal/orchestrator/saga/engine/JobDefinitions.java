package io.baedal.orchestrator.saga.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.jspecify.annotations.Nullable;

/** The engine's manager of job definitions, which reads each one at most once a second here. */
final class JobDefinitions extends JobDefinitionManager {

  private final RecentlyRead<JobDefinitionEntity> recent;

  JobDefinitions(RecentlyRead<JobDefinitionEntity> recent) {
    this.recent = recent;
  }

  /** Commands that change a definition look it up outside of executions, and bypass the cache. */
  @Override
  public @Nullable JobDefinitionEntity findById(String id) {
    return Context.getCoreExecutionContext() == null
        ? super.findById(id)
        : recent.get(id, super::findById);
  }

  @Override
  public void updateJobDefinitionSuspensionStateById(String id, SuspensionState state) {
    recent.forget();
    super.updateJobDefinitionSuspensionStateById(id, state);
  }

  @Override
  public void updateJobDefinitionSuspensionStateByProcessDefinitionId(
      String id, SuspensionState state) {
    recent.forget();
    super.updateJobDefinitionSuspensionStateByProcessDefinitionId(id, state);
  }

  @Override
  public void updateJobDefinitionSuspensionStateByProcessDefinitionKey(
      String key, SuspensionState state) {
    recent.forget();
    super.updateJobDefinitionSuspensionStateByProcessDefinitionKey(key, state);
  }

  @Override
  public void updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(
      String key, @Nullable String tenantId, SuspensionState state) {
    recent.forget();
    super.updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(key, tenantId, state);
  }
}
