package io.baedal.orchestrator.saga.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * Handles incidents of jobs as the engine does, but without its query for incidents at the end of
 * each job: the execution already knows whether it has any.
 */
final class JobIncidents extends DefaultIncidentHandler {

  JobIncidents() {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
  }

  @Override
  protected void removeIncident(IncidentContext job, boolean resolved) {
    ExecutionEntity execution =
        Context.getCommandContext()
            .getDbEntityManager()
            .getCachedEntity(ExecutionEntity.class, job.getExecutionId());
    if (execution == null || !execution.getIncidents().isEmpty()) {
      super.removeIncident(job, resolved);
    }
  }
}
