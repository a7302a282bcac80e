package io.baedal.orchestrator.engine;

import io.baedal.orchestrator.progress.StatusCannotFollow;
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
 * Decides what becomes of a job that failed. A call that an open breaker or a full bulkhead did not
 * let through was never made, and a job that lost a race in the database has to start over: both
 * keep their retries. Any other failure uses one up, if the job is still there: one whose order was
 * cancelled meanwhile is not.
 */
final class FailedJobs implements FailedJobCommandFactory {

  private static final Logger log = LoggerFactory.getLogger(FailedJobs.class);

  private final Turns turns = new Turns();

  @Override
  public Command<Object> getCommand(String jobId, Throwable failure) {
    Due due = dueWithoutFault(failure);
    if (due == null) {
      log.warn(
          "job {} failed: {}",
          jobId,
          String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure)));
      return new UseUpRetry(jobId, withoutEnginesWrapping(failure));
    }
    return new Postpone(jobId, due);
  }

  private @Nullable Due dueWithoutFault(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CallNotPermittedException) {
        return inTurn(Duration.ofSeconds(5));
      }
      if (cause instanceof BulkheadFullException) {
        return inTurn(Duration.ofMillis(500));
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

  /** The worker takes no more at the moment: behind those who were told so before. */
  private Due inTurn(Duration pause) {
    return (job, now) -> turns.next(job.getJobDefinitionId(), now.plus(pause));
  }

  /** What the engine says of a failed compensation names its own entities, not what went wrong. */
  private static Throwable withoutEnginesWrapping(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof ProcessEngineException && cause != null
        ? withoutEnginesWrapping(cause)
        : failure;
  }

  /** Jobs that lost against each other should not meet again. */
  private static Duration spread(Duration delay) {
    return delay.plusMillis(ThreadLocalRandom.current().nextLong(delay.toMillis()));
  }

  /** As the engine does it, but an operator's retry after the last one runs at once. */
  private static final class UseUpRetry extends DefaultJobRetryCmd {

    UseUpRetry(String jobId, Throwable failure) {
      super(jobId, failure);
    }

    @Override
    public Object execute(CommandContext context) {
      Object nothing = super.execute(context);
      JobEntity job = context.getJobManager().findJobById(jobId);
      if (job != null && job.getRetries() == 0) {
        job.setDuedate(null);
      }
      return nothing;
    }

    /** Races that start over have been told apart before; {@link StatusCannotFollow} counts. */
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
    @SuppressWarnings("NullAway") // the engine's commands answer null when there is nothing to say
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
