package io.baedal.orchestrator.saga.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.stereotype.Component;

/** Engine settings that have no property. */
@Component
class EngineSetup extends AbstractProcessEnginePlugin {

  private final int jobThreads;

  EngineSetup(CamundaBpmProperties properties) {
    this.jobThreads = properties.getJobExecution().getMaxPoolSize();
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setFailedJobCommandFactory(new FailedJobs());
    engine.setJobPriorityProvider(new LateStepsFirst());
    engine.setHistoryCleanupJobPriority(LateStepsFirst.HIGHEST);
    engine.setHistoryEventProducer(new HistoryEvents());
    engine.setCustomHistoryLevels(List.of(new StartsAndEnds()));
    var slots = new JobSlots(jobThreads);
    var dueJobs = new DueJobs();
    var processes = new RecentlyRead<ProcessDefinitionEntity>();
    var jobs = new RecentlyRead<JobDefinitionEntity>();
    engine.setCustomSessionFactories(
        List.of(
            new SessionReplacement<>(JobManager.class, () -> new HandOver(slots, dueJobs)),
            new SessionReplacement<>(ExecutionManager.class, Executions::new),
            new SessionReplacement<>(
                ProcessDefinitionManager.class, () -> new ProcessDefinitions(processes)),
            new SessionReplacement<>(JobDefinitionManager.class, () -> new JobDefinitions(jobs))));
    engine.setCustomIncidentHandlers(List.of(new JobIncidents()));
  }
}
