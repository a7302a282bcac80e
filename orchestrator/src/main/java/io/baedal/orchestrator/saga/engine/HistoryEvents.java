package io.baedal.orchestrator.saga.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Takes process definitions from the engine's cache, as the rest of the engine does. The engine's
 * own class reads the definition with each event.
 */
final class HistoryEvents extends CacheAwareHistoryEventProducer {

  @Override
  protected @Nullable ProcessDefinitionEntity getProcessDefinitionEntity(@Nullable String id) {
    return id == null
        ? null
        : Context.getProcessEngineConfiguration()
            .getDeploymentCache()
            .findDeployedProcessDefinitionById(id);
  }
}
