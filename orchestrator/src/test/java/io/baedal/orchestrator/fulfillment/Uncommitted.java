package io.baedal.orchestrator.fulfillment;

import java.util.concurrent.CompletableFuture;
import org.springframework.transaction.support.TransactionTemplate;

/** Something that was done and is not committed until the test says so; it holds its row locks. */
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
