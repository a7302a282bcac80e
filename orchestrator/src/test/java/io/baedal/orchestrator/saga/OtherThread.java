package io.baedal.orchestrator.saga;

import java.util.concurrent.CompletableFuture;

/** Runs something in parallel to the test, on a new thread. */
final class OtherThread {

  static CompletableFuture<Void> run(Runnable act) {
    return CompletableFuture.runAsync(act, command -> new Thread(command).start());
  }

  private OtherThread() {}
}
