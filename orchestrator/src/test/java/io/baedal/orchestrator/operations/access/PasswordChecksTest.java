package io.baedal.orchestrator.operations.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.orchestrator.operations.access.PasswordChecks.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PasswordChecksTest {

  private final PasswordChecks passwords =
      new PasswordChecks(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @Test
  void aRightPasswordIsAcceptedAfterAnyNumberOfWrongOnes() throws Exception {
    for (int i = 0; i < 10 * PasswordChecks.MANY; i++) {
      assertThat(passwords.check("10.0.0.1", () -> false)).isEqualTo(Outcome.WRONG);
    }
    assertThat(passwords.isSuspect("10.0.0.1")).isTrue();
    assertThat(passwords.check("10.0.0.1", () -> true)).isEqualTo(Outcome.RIGHT);
  }

  @Test
  void checksOnePasswordAtATimeForASuspectAddressWithoutDelayingOthers() throws Exception {
    for (int i = 0; i < PasswordChecks.MANY; i++) {
      passwords.check("10.0.0.1", () -> false);
    }
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var atATime = new AtomicInteger();
    var most = new AtomicInteger();
    var threads = Executors.newFixedThreadPool(8);
    try {
      for (int i = 0; i < 8; i++) {
        threads.submit(
            () ->
                passwords.check(
                    "10.0.0.1",
                    () -> {
                      most.accumulateAndGet(atATime.incrementAndGet(), Math::max);
                      begun.countDown();
                      awaitUninterrupted(end);
                      atATime.decrementAndGet();
                      return false;
                    }));
      }
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(passwords.check("10.0.0.2", () -> true)).isEqualTo(Outcome.RIGHT);
    } finally {
      end.countDown();
      threads.shutdown();
    }
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(most).hasValue(1);
  }

  @Test
  void remembersALimitedNumberOfAddresses() throws Exception {
    for (int i = 0; i < PasswordChecks.MANY; i++) {
      passwords.check("10.0.0.1", () -> false);
    }
    for (int i = 0; i < 1_000; i++) {
      passwords.check("10.1.0." + i, () -> false);
    }
    assertThat(passwords.isSuspect("10.0.0.1")).isFalse();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
