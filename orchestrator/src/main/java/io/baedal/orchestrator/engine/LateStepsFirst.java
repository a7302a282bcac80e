package io.baedal.orchestrator.engine;

import io.baedal.orchestrator.fulfillment.Step;
import org.camunda.bpm.engine.impl.PriorityProvider;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobPriorityProvider;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * Which of the due jobs is run first: that of the later step, undo before all else, and of the same
 * step the older job. So orders that have begun go on at their usual speed however many new ones
 * wait, and those wait for their first step only, in the order in which they came. Deadlines are
 * none of these: they are looked for apart, see {@link DueJobs}.
 *
 * <p>Instead of the engine's own rule, which reads a row of its job definitions for each job that
 * is made. What an operator sets for a job holds; what is set for a job definition does not. Jobs
 * of no order, as of a batch that deletes history, have the priority that the engine is set up
 * with.
 */
final class LateStepsFirst implements PriorityProvider<JobDeclaration<?, ?>> {

  /** For what is short, seldom, and must not wait until there are no orders. */
  static final long HIGHEST = Long.MAX_VALUE;

  /** The engine's jobs of no order have it, and all steps more; deadlines have less. */
  static final long LOWEST_OF_STEPS = 0;

  /** Above all jobs of the first step, and below those of the second, until the year 2109. */
  static final long SECOND_STEP = 1L << 42;

  /** More milliseconds than there will be since 1970 until the year 2109. */
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
