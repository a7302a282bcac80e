package io.baedal.orchestrator.saga.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.baedal.orchestrator.saga.FirstSteps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConsumerLagTest {

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final FirstSteps firstSteps = mock(FirstSteps.class);
  private final ConsumerLag lag = new ConsumerLag(firstSteps, Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void holdsFirstStepsWhileAllReceivedMessagesAreOld() {
    received(Duration.ofSeconds(40), Duration.ofSeconds(11));
    lag.evaluate();
    verify(firstSteps).hold(true);

    when(firstSteps.areHeld()).thenReturn(true);
    received(Duration.ofSeconds(20));
    lag.evaluate();
    verify(firstSteps, never()).hold(false);

    received(Duration.ofSeconds(20), Duration.ofSeconds(1));
    lag.evaluate();
    verify(firstSteps).hold(false);
  }

  @Test
  void oneLateMessageHoldsNoFirstSteps() {
    received(Duration.ofHours(5), Duration.ofMillis(20));
    lag.evaluate();

    verify(firstSteps, never()).hold(anyBoolean());
  }

  @Test
  void noMessagesMeanNoLag() {
    received(Duration.ofSeconds(40));
    lag.evaluate();
    when(firstSteps.areHeld()).thenReturn(true);
    clearInvocations(firstSteps);

    lag.evaluate();

    verify(firstSteps).hold(false);
  }

  @Test
  void aMessageThatTakesLongerThanASecondStillCounts() {
    received(Duration.ofSeconds(40));
    lag.evaluate();
    when(firstSteps.areHeld()).thenReturn(true);
    clearInvocations(firstSteps);

    receive(Duration.ofSeconds(40), lag::evaluate);
    verify(firstSteps, never()).hold(anyBoolean());

    lag.evaluate();
    verify(firstSteps, never()).hold(anyBoolean());

    lag.evaluate();
    verify(firstSteps).hold(false);
  }

  @Test
  void aMessageThatFailsMeansNoLag() {
    assertThatThrownBy(
            () ->
                receive(
                    Duration.ofSeconds(40),
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    lag.evaluate();

    verify(firstSteps, never()).hold(anyBoolean());
  }

  private void received(Duration... ages) {
    for (Duration age : ages) {
      receive(age, () -> {});
    }
  }

  private void receive(Duration age, Runnable handling) {
    lag.handle(NOON.minus(age), handling);
  }
}
