package io.baedal.orchestrator.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * Incidents of jobs, as the engine handles them; but it looks for some at the end of each job, and
 * its executions know whether they have any.
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
