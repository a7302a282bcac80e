package io.baedal.bench.reference;

import io.baedal.bench.report.Cost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures repeatedly until the cost no longer falls, or the time is up. */
public final class WarmUp {

  /** A smaller fall is ignored. */
  private static final double FALL = 0.03;

  /**
   * The mean of so many windows is compared with that of as many before: a single window can be
   * cheaper or dearer by chance.
   */
  private static final int WINDOWS = 3;

  /** Measures once. */
  public interface Window {
    Cost measure() throws InterruptedException;
  }

  private WarmUp() {}

  /** The cost in each window. */
  public static List<Cost> of(Window window, Duration atMost) throws InterruptedException {
    long late = System.nanoTime() + atMost.toNanos();
    List<Cost> costs = new ArrayList<>();
    costs.add(window.measure());
    while (System.nanoTime() < late && !isWarm(costs)) {
      costs.add(window.measure());
    }
    return costs;
  }

  /** Whether the CPU time has not fallen over the last windows. */
  public static boolean isWarm(List<Cost> costs) {
    int count = costs.size();
    return count >= 2 * WINDOWS
        && mean(costs.subList(count - WINDOWS, count))
            >= (1 - FALL) * mean(costs.subList(count - 2 * WINDOWS, count - WINDOWS));
  }

  private static double mean(List<Cost> costs) {
    return costs.stream().mapToDouble(Cost::cpuMillis).average().orElseThrow();
  }
}
