package io.baedal.orchestrator.saga;

import java.util.concurrent.CompletableFuture;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction that holds its row locks until the test commits it. */
final class Uncommitted {

  private final Gate gate = new Gate();
  private final CompletableFuture<Void> doing;

  Uncommitted(TransactionTemplate transaction, Runnable act) {
    doing =
        OtherThread.run(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      act.run();
                      gate.pass();
                    }));
    gate.awaitArrival();
  }

  void commit() {
    gate.open();
    doing.join();
  }
}
