package io.baedal.orchestrator.stuck;

import io.baedal.orchestrator.fulfillment.Step;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of an order that has failed and was not done since.
 *
 * @param element its id in the model
 * @param since since when the order stands at the step
 * @param attempts how often it was tried since its tries were last renewed
 * @param triesLeft how often it will be tried before an operator is needed
 * @param nextTryAt when it will be tried; null at once, or if it has no tries left
 * @param error what it failed with, see {@link ErrorText}
 * @param incidentId the engine's incident, and when it was raised; null while there are tries left
 * @param job how it is tried
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

  /** The states in which operators tell them apart. */
  public enum State {
    /** It will be tried again by itself. */
    RETRYING,
    /** All tries have failed: an operator must act. */
    STUCK
  }

  public State state() {
    return triesLeft == 0 ? State.STUCK : State.RETRYING;
  }

  /** Whether it is being tried, or about to be, so that nobody can say yet how it ends. */
  boolean isBeingTried(Instant now) {
    boolean running = job.lockedUntil() != null && job.lockedUntil().isAfter(now);
    boolean due = triesLeft > 0 && (nextTryAt == null || !nextTryAt.isAfter(now));
    return running || due;
  }

  /**
   * What the engine keeps of it.
   *
   * @param lockedUntil until when a thread has it
   */
  record Job(String id, String processInstanceId, @Nullable Instant lockedUntil) {}
}
