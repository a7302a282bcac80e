package io.baedal.orchestrator.operations.stuck;

import io.baedal.orchestrator.operations.acts.Instruction;
import io.baedal.orchestrator.operations.acts.OperatorActs;
import io.baedal.orchestrator.saga.OrderProgress;
import io.baedal.orchestrator.saga.RetriedTransaction;
import io.baedal.orchestrator.saga.Step;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Settles a failing step that an operator has done outside the system. The process continues as if
 * the step had succeeded: the step is tried once more, and takes the given outcome instead of
 * making the call, so that the process follows the model.
 *
 * <p>If the step is tried at the same time, exactly one of the two wins, by a lock on the job's
 * row: if a thread holds the job, or it is due, nothing is settled; otherwise no thread can take it
 * before the commit.
 */
@Component
public class SettleStep {

  private final OrderProgress progress;
  private final StuckOrders stuck;
  private final FailingJobs jobs;
  private final OperatorActs acts;
  private final RetriedTransaction transaction;
  private final Clock clock;

  SettleStep(
      OrderProgress progress,
      StuckOrders stuck,
      FailingJobs jobs,
      OperatorActs acts,
      RetriedTransaction transaction,
      Clock clock) {
    this.progress = progress;
    this.stuck = stuck;
    this.jobs = jobs;
    this.acts = acts;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Settles {@code step}.
   *
   * @param outcome one of the step's {@link Step#outcomes}
   */
  public Result settle(UUID orderId, Step step, Step.Outcome outcome, Instruction instruction) {
    if (!step.outcomes().contains(outcome)) {
      throw new IllegalArgumentException(step + " cannot have the outcome " + outcome);
    }
    return transaction.call(
        () -> {
          if (progress.lock(orderId).isEmpty()) {
            return Result.UNKNOWN_ORDER;
          }
          Optional<FailingStep> failing =
              stuck.lock(orderId).stream().filter(one -> one.step() == step).findFirst();
          if (failing.isEmpty()) {
            return Result.NOT_STUCK;
          }
          if (jobs.isSettled(failing.get())) {
            return Result.SETTLED_BEFORE;
          }
          if (failing.get().isBeingTried(clock.instant())) {
            return Result.BEING_TRIED;
          }
          jobs.settle(failing.get(), outcome);
          jobs.renew(failing.get(), clock.instant());
          acts.settled(orderId, step, outcome, instruction);
          return Result.SETTLED;
        });
  }

  /** The outcome of a request to settle. */
  public enum Result {
    SETTLED,
    /** Another settlement came first. */
    SETTLED_BEFORE,
    /** Nothing was changed: the step is being tried, or about to be. */
    BEING_TRIED,
    /** The order is not at the step, or the step has not failed. */
    NOT_STUCK,
    UNKNOWN_ORDER
  }
}
