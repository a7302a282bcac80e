package io.baedal.bench.reference;

import io.baedal.bench.report.Cost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures again and again until the cost no longer changes, or time is up. */
public final class WarmUp {

  /** Within which two figures are the same. */
  private static final double SAME = 0.03;

  /** Measures once. */
  public interface Window {
    Cost measure() throws InterruptedException;
  }

  private WarmUp() {}

  /** The CPU time of each window, in milliseconds an order. */
  public static List<Double> of(Window window, Duration atMost) throws InterruptedException {
    long late = System.nanoTime() + atMost.toNanos();
    List<Double> costs = new ArrayList<>();
    costs.add(window.measure().cpuMillis());
    while (System.nanoTime() < late) {
      double before = costs.get(costs.size() - 1);
      double now = window.measure().cpuMillis();
      costs.add(now);
      if (isSame(before, now)) {
        break;
      }
    }
    return costs;
  }

  /** Whether the last two windows were the same. */
  public static boolean isWarm(List<Double> costs) {
    int last = costs.size() - 1;
    return last > 0 && isSame(costs.get(last - 1), costs.get(last));
  }

  private static boolean isSame(double before, double now) {
    return Math.abs(now - before) <= SAME * before;
  }
}
