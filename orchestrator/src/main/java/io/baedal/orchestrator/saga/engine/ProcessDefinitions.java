package io.baedal.orchestrator.saga.engine;

import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.jspecify.annotations.Nullable;

/** Caches process definitions for a second, see {@link RecentlyRead}. */
final class ProcessDefinitions extends ProcessDefinitionManager {

  private final RecentlyRead<ProcessDefinitionEntity> recent;

  ProcessDefinitions(RecentlyRead<ProcessDefinitionEntity> recent) {
    this.recent = recent;
  }

  /** Called before each read of an order's definition, and by no command that changes it. */
  @Override
  public @Nullable ProcessDefinitionEntity getCachedResourceDefinitionEntity(String id) {
    ProcessDefinitionEntity ofThisCommand = super.getCachedResourceDefinitionEntity(id);
    return ofThisCommand != null
        ? ofThisCommand
        : recent.get(id, this::findLatestProcessDefinitionById);
  }

  @Override
  public void updateProcessDefinitionSuspensionStateById(String id, SuspensionState state) {
    recent.invalidate();
    super.updateProcessDefinitionSuspensionStateById(id, state);
  }

  @Override
  public void updateProcessDefinitionSuspensionStateByKey(String key, SuspensionState state) {
    recent.invalidate();
    super.updateProcessDefinitionSuspensionStateByKey(key, state);
  }

  @Override
  public void updateProcessDefinitionSuspensionStateByKeyAndTenantId(
      String key, @Nullable String tenantId, SuspensionState state) {
    recent.invalidate();
    super.updateProcessDefinitionSuspensionStateByKeyAndTenantId(key, tenantId, state);
  }
}
