package io.baedal.local.common;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How a command waits before it tries again. */
public final class Pause {
  private Pause() {}

  public static void of(Duration howLong) {
    try {
      TimeUnit.MILLISECONDS.sleep(howLong.toMillis());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** The failure of a command whose thread was interrupted. */
  public static LocalFailure interrupted() {
    Thread.currentThread().interrupt();
    return new LocalFailure("Stopped.");
  }
}
