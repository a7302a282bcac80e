package io.baedal.local.launcher;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A part that has been started, of any kind. */
interface RunningPart {
  long pid();

  /** Completes with a description of the end, which includes the exit code if there is one. */
  CompletableFuture<String> ended();

  /** Requests the end; returns at once. */
  void terminate();

  /**
   * Waits for the requested end, and kills the part when it takes too long.
   *
   * @return whether it ended without being killed
   */
  boolean awaitEnd(Duration atMost);

  /** Kills it without a chance to clean up. */
  void kill();
}
