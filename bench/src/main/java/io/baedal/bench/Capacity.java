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

  /** Orders that may come at a time whatever is done in that time. */
  private static final int FEW = 15;

  /** How many times as fast as before is worth another measurement. */
  private static final double NOTABLE = 1.1;

  private static final int MOST_MEASUREMENTS = 6;

  private final Rush rush;
  private final Backlog backlog;
  private final int underWay;

  Capacity(Rush rush, Backlog backlog, int underWay) {
    this.rush = rush;
    this.backlog = backlog;
    this.underWay = underWay;
  }

  /**
   * Orders that end in a second. A system gets faster for minutes after its start, so it is
   * measured over {@code length} again and again until it is not notably faster than before.
   */
  double measure(Duration warmUp, Duration length) throws InterruptedException {
    keepBusyFor(warmUp);
    double most = endedPerSecond(length);
    for (int measured = 1; measured < MOST_MEASUREMENTS; measured++) {
      double next = endedPerSecond(length);
      if (next <= most * NOTABLE) {
        return Math.max(most, next);
      }
      most = next;
    }
    return most;
  }

  private double endedPerSecond(Duration length) throws InterruptedException {
    long ended = backlog.read().ended();
    long begun = System.nanoTime();
    keepBusyFor(length);
    return (backlog.read().ended() - ended) * 1e9 / (System.nanoTime() - begun);
  }

  private void keepBusyFor(Duration length) throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    Backlog.Counts before = backlog.read();
    while (System.nanoTime() < end) {
      Backlog.Counts now = backlog.read();
      // not all of them at once: that would be an overload of its own
      long atOnce = Math.max(FEW, 2 * (now.ended() - before.ended()));
      long missing = Math.min(atOnce, underWay - now.open());
      for (int order = 0; order < missing; order++) {
        rush.arrive();
      }
      before = now;
      Thread.sleep(TICK.toMillis());
    }
  }
}
