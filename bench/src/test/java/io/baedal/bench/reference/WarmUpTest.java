package io.baedal.bench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.bench.report.Cost;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  @Test
  void endsWhenTheCostNoLongerFalls() throws InterruptedException {
    List<Cost> costs = warmUp(Duration.ofMinutes(1), 200, 120, 119, 118, 117, 117, 116, 90);

    assertThat(costs)
        .extracting(Cost::cpuMillis)
        .containsExactly(200.0, 120.0, 119.0, 118.0, 117.0, 117.0, 116.0);
    assertThat(WarmUp.isWarm(costs)).isTrue();
  }

  @Test
  void continuesWhileTheCostFallsSlowly() throws InterruptedException {
    List<Cost> costs = warmUp(Duration.ofMinutes(1), 100, 98, 96, 94, 92, 91, 90, 90, 90, 90);

    assertThat(costs).extracting(Cost::cpuMillis).endsWith(91.0, 90.0, 90.0, 90.0);
  }

  @Test
  void continuesAfterOneDearWindow() throws InterruptedException {
    List<Cost> costs =
        warmUp(Duration.ofMinutes(1), 225, 185, 185, 168, 179, 150, 140, 140, 140, 140, 140);

    assertThat(costs)
        .extracting(Cost::cpuMillis)
        .endsWith(150.0, 140.0, 140.0, 140.0, 140.0, 140.0);
  }

  @Test
  void endsWhenTimeIsUpAndReportsThatItIsNotWarm() throws InterruptedException {
    List<Cost> costs = warmUp(Duration.ZERO, 200, 150);

    assertThat(costs).extracting(Cost::cpuMillis).containsExactly(200.0);
    assertThat(WarmUp.isWarm(costs)).isFalse();
  }

  private static List<Cost> warmUp(Duration atMost, double... cpuMillis)
      throws InterruptedException {
    Iterator<Double> windows = Arrays.stream(cpuMillis).iterator();
    return WarmUp.of(() -> cost(windows.next()), atMost);
  }

  private static Cost cost(double cpuMillis) {
    return new Cost(1, 1, cpuMillis, Map.of(), 0, 0, 0, Map.of(), Map.of(), Map.of(), List.of());
  }
}
