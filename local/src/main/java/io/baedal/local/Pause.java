package io.baedal.local;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How a command waits before it looks again. */
final class Pause {
  private Pause() {}

  static void of(Duration howLong) {
    try {
      TimeUnit.MILLISECONDS.sleep(howLong.toMillis());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** What somebody says who was told to stop. */
  static LocalFailure interrupted() {
    Thread.currentThread().interrupt();
    return new LocalFailure("Stopped.");
  }
}
