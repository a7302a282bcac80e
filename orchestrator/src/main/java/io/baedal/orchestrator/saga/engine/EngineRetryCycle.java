package io.baedal.orchestrator.saga.engine;

import io.baedal.orchestrator.saga.RetryCycle;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.springframework.stereotype.Component;

/** How often the engine tries a step before an operator is needed. */
@Component
class EngineRetryCycle implements RetryCycle {

  private final int tries;

  // the engine itself, since its configuration is complete only once it is built
  EngineRetryCycle(ProcessEngine engine) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    String cycle = configuration.getFailedJobRetryTimeCycle();
    this.tries = ParseUtil.parseRetryIntervals(cycle).getRetries();
  }

  @Override
  public int tries() {
    return tries;
  }
}
