package io.baedal.orchestrator.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.springframework.stereotype.Component;

/** How often the engine tries a step before an operator is needed. */
@Component
public class RetryCycle {

  private final int tries;

  // the engine itself, since its configuration is complete only once it is built
  RetryCycle(ProcessEngine engine) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    String cycle = configuration.getFailedJobRetryTimeCycle();
    this.tries = ParseUtil.parseRetryIntervals(cycle).getRetries();
  }

  /** The number of tries, the first one included. */
  public int tries() {
    return tries;
  }
}
