package io.baedal.bench;

import io.baedal.bench.check.RemainingWork;
import io.baedal.bench.load.Rush;
import java.time.Duration;

/**
 * Finds how many orders a second a system completes. A fixed number of orders is always in
 * progress, so that the system is busy but not overloaded.
 */
final class Capacity {

  private static final Duration TICK = Duration.ofMillis(200);

  /** Orders that may be placed in each tick, even if fewer ended in the tick before. */
  private static final int FEW = 15;

  /** The measurement is repeated while it is faster than the one before by at least this factor. */
  private static final double NOTABLE = 1.1;

  private static final int MOST_MEASUREMENTS = 6;

  private final Rush rush;
  private final RemainingWork backlog;
  private final int underWay;

  Capacity(Rush rush, RemainingWork backlog, int underWay) {
    this.rush = rush;
    this.backlog = backlog;
    this.underWay = underWay;
  }

  /**
   * Orders completed per second. A system gets faster for minutes after its start, so it is
   * measured over {@code length} repeatedly until it is not notably faster than before.
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
    RemainingWork.Counts before = backlog.read();
    while (System.nanoTime() < end) {
      RemainingWork.Counts now = backlog.read();
      // not all of them at once: that would itself be an overload
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
