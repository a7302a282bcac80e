package io.baedal.orchestrator.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** The first steps of new orders, which can be held back while others catch up. */
@Component
public class FirstSteps {

  private final ProcessEngineConfigurationImpl configuration;
  private final long lowest;

  FirstSteps(ProcessEngine engine) {
    configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    lowest = configuration.getJobExecutorPriorityRangeMin();
  }

  /** Whether no first step is taken here from now on; those that are under way go on. */
  public void hold(boolean yes) {
    // the job executor looks at it each time it asks for jobs
    configuration.setJobExecutorPriorityRangeMin(yes ? LateStepsFirst.SECOND_STEP : lowest);
  }

  /** Whether they are held back. */
  public boolean areHeld() {
    return configuration.getJobExecutorPriorityRangeMin() != lowest;
  }
}
