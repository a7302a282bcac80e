package io.baedal.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(8);

  @Test
  void isTheSameForTheSameSeedAndAnotherForAnother() {
    assertThat(plan(7)).isEqualTo(plan(7)).isNotEqualTo(plan(8));
  }

  @Test
  void containsEveryKindOfFaultInOrderOfTime() {
    List<Fault> plan = plan(7);
    assertThat(plan.stream().map(Fault::kind).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(FaultKind.values());
    assertThat(plan).isSortedAccordingTo(Comparator.comparing(Fault::at));
    assertThat(plan.get(plan.size() - 1).at()).isLessThan(HOUR);
    assertThat((double) HOUR.toMillis() / plan.size())
        .isBetween(PAUSE.toMillis() * 0.9, PAUSE.toMillis() * 1.1);
  }

  @Test
  void containsEveryKindOfFaultInAShortRun() {
    List<Fault> plan = FaultPlan.of(7, Duration.ofMinutes(3), PAUSE, 2);
    assertThat(plan.stream().map(Fault::kind).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(FaultKind.values());
  }

  private static List<Fault> plan(long seed) {
    return FaultPlan.of(seed, HOUR, PAUSE, 2);
  }
}
