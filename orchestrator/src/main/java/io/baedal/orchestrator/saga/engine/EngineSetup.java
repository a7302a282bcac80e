package io.baedal.orchestrator.saga.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
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
    engine.setCustomHistoryLevels(List.of(new StartsAndEnds()));
    engine.setCustomSessionFactories(
        List.of(
            new HandOver.Factory(new JobSlots(jobThreads), new DueJobs()),
            new ProcessDefinitions.Factory(new RecentlyRead<>()),
            new JobDefinitions.Factory(new RecentlyRead<>())));
    engine.setCustomIncidentHandlers(List.of(new JobIncidents()));
  }
}
