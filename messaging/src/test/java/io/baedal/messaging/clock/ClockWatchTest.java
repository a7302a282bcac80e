package io.baedal.messaging.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

  private final List<Object> told = new ArrayList<>();
  private long clock = 1_000_000_000;
  private long counted;
  private final ClockWatch watch =
      new ClockWatch(() -> clock, () -> counted * 1_000_000, told::add);

  @Test
  void tellsOnceThatTheClockWasSetBack() {
    passes(1_000);
    clock -= 3_600_000;
    passes(1_000);
    passes(1_000);

    assertThat(told).containsExactly(new ClockSetBack(Duration.ofHours(1)));
  }

  @Test
  void saysNothingOfCorrectionsNorOfAClockThatIsSetForward() {
    clock -= 4_000;
    passes(1_000);
    clock += 3_600_000;
    passes(1_000);

    assertThat(told).isEmpty();
  }

  private void passes(long millis) {
    clock += millis;
    counted += millis;
    watch.look();
  }
}
