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
  void endsWhenTwoWindowsCostTheSame() throws InterruptedException {
    List<Double> costs = warmUp(Duration.ofMinutes(1), 200, 150, 120, 119, 90);

    assertThat(costs).containsExactly(200.0, 150.0, 120.0, 119.0);
    assertThat(WarmUp.isWarm(costs)).isTrue();
  }

  @Test
  void endsWhenTimeIsUpAndSaysThatItIsNotWarm() throws InterruptedException {
    List<Double> costs = warmUp(Duration.ZERO, 200, 150);

    assertThat(costs).containsExactly(200.0);
    assertThat(WarmUp.isWarm(costs)).isFalse();
  }

  private static List<Double> warmUp(Duration atMost, double... cpuMillis)
      throws InterruptedException {
    Iterator<Double> windows = Arrays.stream(cpuMillis).iterator();
    return WarmUp.of(() -> cost(windows.next()), atMost);
  }

  private static Cost cost(double cpuMillis) {
    return new Cost(1, 1, cpuMillis, Map.of(), 0, 0, 0, Map.of(), Map.of(), Map.of(), List.of());
  }
}
