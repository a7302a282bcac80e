package io.baedal.orchestrator.saga.engine;

import io.baedal.orchestrator.saga.FirstSteps;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** {@link FirstSteps} by the priority range of the job executor. */
@Component
class EngineFirstSteps implements FirstSteps {

  private final ProcessEngineConfigurationImpl configuration;
  private final long lowest;

  EngineFirstSteps(ProcessEngine engine) {
    configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    lowest = configuration.getJobExecutorPriorityRangeMin();
  }

  @Override
  public void hold(boolean yes) {
    // the job executor reads it each time it acquires jobs
    configuration.setJobExecutorPriorityRangeMin(yes ? LateStepsFirst.SECOND_STEP : lowest);
  }

  @Override
  public boolean areHeld() {
    return configuration.getJobExecutorPriorityRangeMin() != lowest;
  }
}
