package io.baedal.orchestrator.stuck;

import io.baedal.orchestrator.acts.Instruction;
import io.baedal.orchestrator.acts.OperatorAct.Kind;
import io.baedal.orchestrator.acts.OperatorActs;
import io.baedal.orchestrator.correlation.RetriedTransaction;
import io.baedal.orchestrator.fulfillment.Step;
import io.baedal.orchestrator.progress.OrderProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Tries failing steps again, with all their tries. */
@Component
public class RetryStuckOrders {

  /** The workers get ten of many calls a second: fewer than they can do at once. */
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

  /** Tries what fails of one order now. */
  public Outcome retry(UUID orderId, Instruction instruction) {
    return transaction.call(
        () -> retry(orderId, any -> true, clock.instant(), Kind.RETRY, instruction));
  }

  /**
   * Tries the orders that wait at {@code step}, at most {@code limit} of them, one after another;
   * each in a transaction of its own, so that one which is lost to a race holds up no other.
   */
  public Batch retryAll(Step step, int limit, Instruction instruction) {
    Instant due = clock.instant();
    int retried = 0;
    for (UUID orderId : stuck.waitingAt(step, limit)) {
      Instant turn = due.plus(SPREAD.multipliedBy(retried));
      Outcome outcome =
          transaction.call(
              () ->
                  retry(
                      orderId,
                      failing -> failing.step() == step,
                      turn,
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

  /** What becomes of a wish to retry. */
  public enum Outcome {
    RETRIED,
    /** Nothing was changed: it is being tried, or about to be. */
    BEING_TRIED,
    /** An operator has settled the step by hand, and the process is about to go on. */
    SETTLED_BEFORE,
    NOT_STUCK
  }

  /**
   * What was done of a wish to retry many.
   *
   * @param retried orders that will be tried within the next seconds
   * @param waiting orders that still wait at the step
   */
  public record Batch(int retried, long waiting) {}
}
