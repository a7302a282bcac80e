package io.baedal.orchestrator.saga.engine;

import io.baedal.orchestrator.saga.StatusCannotFollow;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Decides how a failed job is retried. A call that an open circuit breaker or a full bulkhead
 * rejected was never made, and a job that lost a race in the database has to start over: both keep
 * their retries. Any other failure uses up one retry, unless the job is gone because its order was
 * cancelled meanwhile.
 */
final class FailedJobs implements FailedJobCommandFactory {

  private static final Logger log = LoggerFactory.getLogger(FailedJobs.class);

  private final Backoff backoff = new Backoff();

  @Override
  public Command<Object> getCommand(String jobId, Throwable failure) {
    Due due = dueIfRetriesAreKept(failure);
    if (due == null) {
      log.warn(
          "job {} failed: {}",
          jobId,
          String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure)));
      return new UseUpRetry(jobId, withoutEnginesWrapping(failure));
    }
    return new Postpone(jobId, due);
  }

  private @Nullable Due dueIfRetriesAreKept(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CallNotPermittedException) {
        return withBackoff(Duration.ofSeconds(5));
      }
      if (cause instanceof BulkheadFullException) {
        return withBackoff(Duration.ofMillis(500));
      }
      if (cause instanceof StatusCannotFollow) {
        return null;
      }
      if (cause instanceof OptimisticLockingException) {
        return (job, now) -> now.plus(spread(Duration.ofMillis(50)));
      }
    }
    return null;
  }

  /** The worker accepts no calls now: the job is due after those rejected before it. */
  private Due withBackoff(Duration pause) {
    return (job, now) -> backoff.next(job.getJobDefinitionId(), now.plus(pause));
  }

  /** The engine's message on a failed compensation names its own entities, not the cause. */
  private static Throwable withoutEnginesWrapping(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof ProcessEngineException && cause != null
        ? withoutEnginesWrapping(cause)
        : failure;
  }

  /** Adds jitter, so that jobs which conflicted do not conflict again. */
  private static Duration spread(Duration delay) {
    return delay.plusMillis(ThreadLocalRandom.current().nextLong(delay.toMillis()));
  }

  /**
   * The engine's command, but without a due date after the last try: an operator's retry is due at
   * once.
   */
  private static final class UseUpRetry extends DefaultJobRetryCmd {

    UseUpRetry(String jobId, Throwable failure) {
      super(jobId, failure);
    }

    @Override
    public Object execute(CommandContext context) {
      Object result = super.execute(context);
      JobEntity job = context.getJobManager().findJobById(jobId);
      if (job != null && job.getRetries() == 0) {
        job.setDuedate(null);
      }
      return result;
    }

    /**
     * Lost races are postponed instead, except {@link StatusCannotFollow}, which uses up a retry.
     */
    @Override
    protected boolean shouldDecrementRetriesFor(Throwable failure) {
      return true;
    }
  }

  private interface Due {
    Instant of(JobEntity job, Instant now);
  }

  private record Postpone(String jobId, Due due) implements Command<Object> {

    @Override
    @SuppressWarnings("NullAway") // the engine's commands return null if they have no result
    public @Nullable Object execute(CommandContext context) {
      JobEntity job = context.getJobManager().findJobById(jobId);
      if (job != null) {
        job.unlock();
        job.setDuedate(Date.from(due.of(job, ClockUtil.getCurrentTime().toInstant())));
      }
      return null;
    }
  }
}
