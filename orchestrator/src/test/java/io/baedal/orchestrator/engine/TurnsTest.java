package io.baedal.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final Turns turns = new Turns();

  @Test
  void theFirstComesAsSoonAsItMay() {
    assertThat(turns.next("payment", NOON)).isEqualTo(NOON);
  }

  @Test
  void theOthersComeOneAfterTheOther() {
    turns.next("payment", NOON);
    assertThat(turns.next("payment", NOON)).isEqualTo(NOON.plusMillis(50));
    assertThat(turns.next("payment", NOON.plusMillis(70))).isEqualTo(NOON.plusMillis(100));
  }

  @Test
  void aStepDoesNotWaitForAnother() {
    turns.next("payment", NOON);
    assertThat(turns.next("delivery", NOON)).isEqualTo(NOON);
  }

  @Test
  void aLineThatHasGoneLeavesNoPause() {
    turns.next("payment", NOON);
    assertThat(turns.next("payment", NOON.plusSeconds(5))).isEqualTo(NOON.plusSeconds(5));
  }

  @Test
  void nobodyWaitsLongerThanTheLongestLine() {
    for (int job = 0; job < 10_000; job++) {
      assertThat(turns.next("payment", NOON)).isBeforeOrEqualTo(NOON.plusSeconds(300));
    }
    assertThat(turns.next("payment", NOON.plus(Duration.ofMillis(1))))
        .isEqualTo(NOON.plusSeconds(300).plusMillis(1));
  }
}
