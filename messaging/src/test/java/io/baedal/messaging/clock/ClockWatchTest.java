package io.baedal.messaging.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

  private final List<Object> published = new ArrayList<>();
  private long clock = 1_000_000_000;
  private long counted;
  private final ClockWatch watch =
      new ClockWatch(() -> clock, () -> counted * 1_000_000, published::add);

  @Test
  void reportsOnceThatTheClockWasSetBack() {
    passes(1_000);
    clock -= 3_600_000;
    passes(1_000);
    passes(1_000);

    assertThat(published).containsExactly(new ClockSetBack(Duration.ofHours(1)));
  }

  @Test
  void ignoresCorrectionsAndAClockThatIsSetForward() {
    clock -= 4_000;
    passes(1_000);
    clock += 3_600_000;
    passes(1_000);

    assertThat(published).isEmpty();
  }

  private void passes(long millis) {
    clock += millis;
    counted += millis;
    watch.look();
  }
}
