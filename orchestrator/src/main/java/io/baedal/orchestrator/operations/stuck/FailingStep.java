package io.baedal.orchestrator.operations.stuck;

import io.baedal.orchestrator.saga.Step;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of an order that has failed and has not succeeded since.
 *
 * @param element its id in the model
 * @param since when the order reached the step
 * @param attempts how often it was tried since its tries were last renewed
 * @param triesLeft how often it will be tried before an operator is needed
 * @param nextTryAt when it will be tried; null if at once, or if it has no tries left
 * @param error the error of its last try, see {@link ErrorText}
 * @param incidentId the engine's incident, and when it was raised; null while there are tries left
 * @param job the engine's job that runs it
 */
public record FailingStep(
    UUID orderId,
    Step step,
    String element,
    Instant since,
    int attempts,
    int triesLeft,
    @Nullable Instant nextTryAt,
    String error,
    @Nullable String incidentId,
    @Nullable Instant incidentAt,
    Job job) {

  /** The states that operators distinguish. */
  public enum State {
    /** It will be retried automatically. */
    RETRYING,
    /** All tries have failed: an operator must act. */
    STUCK
  }

  public State state() {
    return triesLeft == 0 ? State.STUCK : State.RETRYING;
  }

  /** Whether it is being tried, or about to be, so that its outcome is not known yet. */
  boolean isBeingTried(Instant now) {
    boolean running = job.lockedUntil() != null && job.lockedUntil().isAfter(now);
    boolean due = triesLeft > 0 && (nextTryAt == null || !nextTryAt.isAfter(now));
    return running || due;
  }

  /**
   * The engine's job of the step.
   *
   * @param lockedUntil until when a thread holds it
   */
  record Job(String id, String processInstanceId, @Nullable Instant lockedUntil) {}
}
