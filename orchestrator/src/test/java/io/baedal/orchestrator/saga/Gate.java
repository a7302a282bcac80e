package io.baedal.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A point at which one thread waits until the test lets it continue. */
final class Gate {

  private static final long TIMEOUT_SECONDS = 120;

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  /** Waits until the gate is open; called by the thread that the test holds. */
  void pass() {
    arrived.countDown();
    await(open);
  }

  /** Waits until the other thread has reached the gate. */
  void awaitArrival() {
    await(arrived);
  }

  void open() {
    open.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)).as("reached in time").isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
