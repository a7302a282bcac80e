package io.baedal.orchestrator.saga;

import java.util.concurrent.CompletableFuture;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction that holds its row locks until the test commits it. */
final class Uncommitted {

  private final Gate gate = new Gate();
  private final CompletableFuture<Void> running;

  Uncommitted(TransactionTemplate transaction, Runnable action) {
    running =
        OtherThread.run(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      action.run();
                      gate.pass();
                    }));
    gate.awaitArrival();
  }

  void commit() {
    gate.open();
    running.join();
  }
}
