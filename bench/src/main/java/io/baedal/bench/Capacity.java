package io.baedal.bench;

import io.baedal.bench.check.Backlog;
import io.baedal.bench.load.Rush;
import java.time.Duration;

/**
 * Finds how many orders a second a system brings to their end: a fixed number of them is always
 * under way, so that it has enough to do and never too much.
 */
final class Capacity {

  private static final Duration TICK = Duration.ofMillis(200);

  private final Rush rush;
  private final Backlog backlog;
  private final int underWay;

  Capacity(Rush rush, Backlog backlog, int underWay) {
    this.rush = rush;
    this.backlog = backlog;
    this.underWay = underWay;
  }

  /** Orders that end in a second, over {@code length} after a time to get going. */
  double measure(Duration warmUp, Duration length) throws InterruptedException {
    keepBusyFor(warmUp);
    long ended = backlog.read().ended();
    long begun = System.nanoTime();
    keepBusyFor(length);
    return (backlog.read().ended() - ended) * 1e9 / (System.nanoTime() - begun);
  }

  private void keepBusyFor(Duration length) throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    while (System.nanoTime() < end) {
      // not all of them at once: that would be an overload of its own
      long missing = Math.min(underWay / 10, underWay - backlog.read().open());
      for (int order = 0; order < missing; order++) {
        rush.arrive();
      }
      Thread.sleep(TICK.toMillis());
    }
  }
}
