package io.baedal.order.ordering;

import io.baedal.order.OrderProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets idempotency keys that nobody can be repeating a request with any more. */
@Component
class ForgetKeys {

  /** Few enough that no request waits for the rows. */
  private static final int AT_A_TIME = 1_000;

  private final IdempotencyKeys keys;
  private final Duration retention;
  private final Clock clock;

  ForgetKeys(IdempotencyKeys keys, OrderProperties properties, Clock clock) {
    this.keys = keys;
    this.retention = properties.idempotencyKeyRetention();
    this.clock = clock;
  }

  /** All that are old enough. */
  @Scheduled(fixedDelayString = "PT1M")
  void forget() {
    Instant oldest = clock.instant().minus(retention);
    while (keys.forget(oldest, AT_A_TIME) == AT_A_TIME) {
      // there may be more
    }
  }
}
