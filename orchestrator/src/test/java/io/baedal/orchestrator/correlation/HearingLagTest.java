package io.baedal.orchestrator.correlation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.baedal.orchestrator.engine.FirstSteps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HearingLagTest {

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final FirstSteps firstSteps = mock(FirstSteps.class);
  private final HearingLag lag = new HearingLag(firstSteps, Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void holdsFirstStepsWhileAllThatIsHeardIsOld() {
    heard(Duration.ofSeconds(40), Duration.ofSeconds(11));
    lag.look();
    verify(firstSteps).hold(true);

    when(firstSteps.areHeld()).thenReturn(true);
    heard(Duration.ofSeconds(20));
    lag.look();
    verify(firstSteps, never()).hold(false);

    heard(Duration.ofSeconds(20), Duration.ofSeconds(1));
    lag.look();
    verify(firstSteps).hold(false);
  }

  @Test
  void oneMessageThatIsLateHoldsNobodyUp() {
    heard(Duration.ofHours(5), Duration.ofMillis(20));
    lag.look();

    verify(firstSteps, never()).hold(anyBoolean());
  }

  @Test
  void silenceIsNoLag() {
    heard(Duration.ofSeconds(40));
    lag.look();
    when(firstSteps.areHeld()).thenReturn(true);
    clearInvocations(firstSteps);

    lag.look();

    verify(firstSteps).hold(false);
  }

  @Test
  void aMessageThatTakesLongerThanASecondIsNoSilence() {
    heard(Duration.ofSeconds(40));
    lag.look();
    when(firstSteps.areHeld()).thenReturn(true);
    clearInvocations(firstSteps);

    hear(Duration.ofSeconds(40), lag::look);
    verify(firstSteps, never()).hold(anyBoolean());

    lag.look();
    verify(firstSteps, never()).hold(anyBoolean());

    lag.look();
    verify(firstSteps).hold(false);
  }

  @Test
  void aMessageThatFailsIsNoLag() {
    assertThatThrownBy(
            () ->
                hear(
                    Duration.ofSeconds(40),
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    lag.look();

    verify(firstSteps, never()).hold(anyBoolean());
  }

  private void heard(Duration... ages) {
    for (Duration age : ages) {
      hear(age, () -> {});
    }
  }

  private void hear(Duration age, Runnable handling) {
    lag.hear(NOON.minus(age), handling);
  }
}
