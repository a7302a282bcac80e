package io.baedal.orchestrator.saga.engine;

import io.baedal.orchestrator.saga.Step;
import org.camunda.bpm.engine.impl.PriorityProvider;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobPriorityProvider;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * Decides which due job runs first: that of the later step, undo before all others, and within a
 * step the older job. Running orders therefore continue at their usual speed however many new ones
 * wait, and new orders wait for their first step only, by time of arrival. Deadlines are searched
 * for separately, see {@link DueJobs}.
 *
 * <p>Replaces the engine's own rule, which reads a job definition for each job that is created. The
 * priority that an operator sets for a job applies, that of a job definition does not. Jobs without
 * an order, for example of a batch that deletes history, have the engine's configured priority.
 */
final class LateStepsFirst implements PriorityProvider<JobDeclaration<?, ?>> {

  /** For short and rare jobs that must not wait for orders. */
  static final long HIGHEST = Long.MAX_VALUE;

  /** The priority of jobs without an order; steps have a higher one, deadlines a lower one. */
  static final long LOWEST_OF_STEPS = 0;

  /** Above all jobs of the first step, and below those of the second, until the year 2109. */
  static final long SECOND_STEP = 1L << 42;

  /** Greater than the milliseconds since 1970, until the year 2109. */
  private static final long STEP = SECOND_STEP;

  private final PriorityProvider<JobDeclaration<?, ?>> ofNoOrder = new DefaultJobPriorityProvider();

  @Override
  @SuppressWarnings("NullAway") // the engine has none for a job that belongs to no process
  public long determinePriority(
      @Nullable ExecutionEntity execution, JobDeclaration<?, ?> job, String jobDefinitionId) {
    if (execution == null) {
      return ofNoOrder.determinePriority(execution, job, jobDefinitionId);
    }
    return priority(Step.of(job.getActivityId()), ClockUtil.getCurrentTime().getTime());
  }

  static long priority(Step step, long nowMillis) {
    return step == Step.ACCEPTANCE_DEADLINE
        ? LOWEST_OF_STEPS - nowMillis
        : (step.ordinal() + 1) * STEP - nowMillis;
  }
}
