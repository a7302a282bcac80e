package io.baedal.messaging.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

  private final List<Object> published = new ArrayList<>();
  private long clock = 1_000_000_000;
  private long elapsed;
  private final ClockWatch watch =
      new ClockWatch(() -> clock, () -> elapsed * 1_000_000, published::add);

  @Test
  void reportsOnceThatTheClockWasSetBack() {
    advance(1_000);
    clock -= 3_600_000;
    advance(1_000);
    advance(1_000);

    assertThat(published).containsExactly(new ClockSetBack(Duration.ofHours(1)));
  }

  @Test
  void ignoresCorrectionsAndAClockThatIsSetForward() {
    clock -= 4_000;
    advance(1_000);
    clock += 3_600_000;
    advance(1_000);

    assertThat(published).isEmpty();
  }

  private void advance(long millis) {
    clock += millis;
    elapsed += millis;
    watch.check();
  }
}
