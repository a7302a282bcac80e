package io.baedal.orchestrator.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where one thread waits until the test lets it go on. */
final class Gate {

  private static final long PATIENCE_SECONDS = 120;

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  /** Waits here, as the thread whose turn is to come. */
  void pass() {
    arrived.countDown();
    await(open);
  }

  /** Waits until the other thread stands here. */
  void awaitArrival() {
    await(arrived);
  }

  void open() {
    open.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("its turn came").isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
