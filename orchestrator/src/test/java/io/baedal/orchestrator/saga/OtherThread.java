package io.baedal.orchestrator.saga;

import java.util.concurrent.CompletableFuture;

/** Runs an action on a new thread. */
final class OtherThread {

  static CompletableFuture<Void> run(Runnable action) {
    return CompletableFuture.runAsync(action, command -> new Thread(command).start());
  }

  private OtherThread() {}
}
