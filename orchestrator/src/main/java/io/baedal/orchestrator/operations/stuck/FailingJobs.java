package io.baedal.orchestrator.operations.stuck;

import io.baedal.orchestrator.saga.RetryCycle;
import io.baedal.orchestrator.saga.Step;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Changes the engine's jobs of failing steps. */
@Component
class FailingJobs {

  private final RuntimeService runtime;
  private final ManagementService management;
  private final RetryCycle cycle;

  FailingJobs(RuntimeService runtime, ManagementService management, RetryCycle cycle) {
    this.runtime = runtime;
    this.management = management;
    this.cycle = cycle;
  }

  /** Renews the tries of a step; the first is due at {@code due}. Resolves its incident. */
  void renew(FailingStep failing, Instant due) {
    management
        .setJobRetries(cycle.tries())
        .jobId(failing.job().id())
        .dueDate(Date.from(due))
        .execute();
  }

  /** Makes the step take {@code outcome} at its next try, instead of making a call. */
  void settle(FailingStep failing, Step.Outcome outcome) {
    runtime.setVariable(
        failing.job().processInstanceId(), failing.step().settledVariable(), outcome.name());
  }

  boolean isSettled(FailingStep failing) {
    return runtime.getVariable(failing.job().processInstanceId(), failing.step().settledVariable())
        != null;
  }
}
