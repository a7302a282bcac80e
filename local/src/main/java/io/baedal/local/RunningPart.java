package io.baedal.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A part that has been started, whatever it is made of. */
interface RunningPart {
  long pid();

  /** Completes with what is known about the end: an exit code where there is one. */
  CompletableFuture<String> ended();

  /** Asks it to end; returns at once. */
  void terminate();

  /**
   * Waits for the end that was asked for, and forces it when it takes too long.
   *
   * @return whether no force was needed
   */
  boolean awaitEnd(Duration atMost);

  /** Ends it without giving it a chance to tidy up. */
  void kill();
}
