package io.baedal.orchestrator.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final Backoff backoff = new Backoff();

  @Test
  void theFirstJobIsDueAtTheEarliestTime() {
    assertThat(backoff.next("payment", NOON)).isEqualTo(NOON);
  }

  @Test
  void theOtherJobsAreDueOneAfterTheOther() {
    backoff.next("payment", NOON);
    assertThat(backoff.next("payment", NOON)).isEqualTo(NOON.plusMillis(50));
    assertThat(backoff.next("payment", NOON.plusMillis(70))).isEqualTo(NOON.plusMillis(100));
  }

  @Test
  void aStepDoesNotWaitForAnother() {
    backoff.next("payment", NOON);
    assertThat(backoff.next("delivery", NOON)).isEqualTo(NOON);
  }

  @Test
  void aPassedQueueDelaysNoJob() {
    backoff.next("payment", NOON);
    assertThat(backoff.next("payment", NOON.plusSeconds(5))).isEqualTo(NOON.plusSeconds(5));
  }

  @Test
  void noJobWaitsLongerThanTheLongestQueue() {
    for (int job = 0; job < 10_000; job++) {
      assertThat(backoff.next("payment", NOON)).isBeforeOrEqualTo(NOON.plusSeconds(300));
    }
    assertThat(backoff.next("payment", NOON.plus(Duration.ofMillis(1))))
        .isEqualTo(NOON.plusSeconds(300).plusMillis(1));
  }
}
