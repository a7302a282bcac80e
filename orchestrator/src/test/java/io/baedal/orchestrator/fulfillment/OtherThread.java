package io.baedal.orchestrator.fulfillment;

import java.util.concurrent.CompletableFuture;

/** Runs something beside the test, on a thread that nobody else waits for. */
final class OtherThread {

  static CompletableFuture<Void> run(Runnable act) {
    return CompletableFuture.runAsync(act, command -> new Thread(command).start());
  }

  private OtherThread() {}
}
