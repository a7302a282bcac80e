package io.baedal.orchestrator.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** What the engine's properties cannot say. */
@Component
class EngineSetup extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setIdentityProviderSessionFactory(new UnlockedUsers.Factory());
    engine.setFailedJobCommandFactory(new FailedJobs());
    engine.setJobPriorityProvider(new LateStepsFirst());
    engine.setHistoryCleanupJobPriority(LateStepsFirst.HIGHEST);
  }
}
