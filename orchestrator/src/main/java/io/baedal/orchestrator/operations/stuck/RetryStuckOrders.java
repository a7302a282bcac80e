package io.baedal.orchestrator.operations.stuck;

import io.baedal.orchestrator.operations.acts.Instruction;
import io.baedal.orchestrator.operations.acts.OperatorAct.Kind;
import io.baedal.orchestrator.operations.acts.OperatorActs;
import io.baedal.orchestrator.saga.OrderProgress;
import io.baedal.orchestrator.saga.RetriedTransaction;
import io.baedal.orchestrator.saga.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Retries failing steps, with all their tries renewed. */
@Component
public class RetryStuckOrders {

  /** Many retries make ten calls a second, which is less than the workers can handle. */
  private static final Duration SPREAD = Duration.ofMillis(100);

  private final OrderProgress progress;
  private final StuckOrders stuck;
  private final FailingJobs jobs;
  private final OperatorActs acts;
  private final RetriedTransaction transaction;
  private final Clock clock;

  RetryStuckOrders(
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

  /** Retries the failing steps of one order now. */
  public Outcome retry(UUID orderId, Instruction instruction) {
    return transaction.call(
        () -> retry(orderId, any -> true, clock.instant(), Kind.RETRY, instruction));
  }

  /**
   * Retries at most {@code limit} of the orders that wait at {@code step}, each in a separate
   * transaction.
   */
  public Batch retryAll(Step step, int limit, Instruction instruction) {
    Instant due = clock.instant();
    int retried = 0;
    for (UUID orderId : stuck.waitingAt(step, limit)) {
      Instant nextDue = due.plus(SPREAD.multipliedBy(retried));
      Outcome outcome =
          transaction.call(
              () ->
                  retry(
                      orderId,
                      failing -> failing.step() == step,
                      nextDue,
                      Kind.RETRY_ALL,
                      instruction));
      if (outcome == Outcome.RETRIED) {
        retried++;
      }
    }
    return new Batch(retried, stuck.countWaitingAt(step));
  }

  private Outcome retry(
      UUID orderId, Predicate<FailingStep> wanted, Instant due, Kind act, Instruction instruction) {
    progress.lock(orderId);
    List<FailingStep> failing = stuck.lock(orderId).stream().filter(wanted).toList();
    if (failing.isEmpty()) {
      return Outcome.NOT_STUCK;
    }
    Instant now = clock.instant();
    List<FailingStep> waiting = failing.stream().filter(one -> !one.isBeingTried(now)).toList();
    if (waiting.isEmpty()) {
      return failing.stream().anyMatch(jobs::isSettled)
          ? Outcome.SETTLED_BEFORE
          : Outcome.BEING_TRIED;
    }
    for (FailingStep one : waiting) {
      jobs.renew(one, due);
      acts.retried(orderId, one.step(), act, instruction);
    }
    return Outcome.RETRIED;
  }

  /** The outcome of a request to retry. */
  public enum Outcome {
    RETRIED,
    /** Nothing was changed: it is being tried, or about to be. */
    BEING_TRIED,
    /** An operator has settled the step, and the process is about to continue. */
    SETTLED_BEFORE,
    NOT_STUCK
  }

  /**
   * The result of a request to retry many.
   *
   * @param retried orders that will be tried within the next seconds
   * @param waiting orders that still wait at the step
   */
  public record Batch(int retried, long waiting) {}
}
