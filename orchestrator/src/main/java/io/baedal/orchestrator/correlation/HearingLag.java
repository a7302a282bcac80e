package io.baedal.orchestrator.correlation;

import io.baedal.orchestrator.engine.FirstSteps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How far the orchestrator is behind with what stores and couriers say. While that is far, no order
 * takes its first step here: otherwise orders would begin that cannot be brought forward, and what
 * waits in Kafka would have no bound. Those that do not begin are counted where orders are placed,
 * and new ones refused there.
 *
 * <p>The youngest message of each second counts, so that one partition that stands still does not
 * hold up all orders. A second in which none was handled shows no lag, unless one is in hand: then
 * it takes longer than that, and nothing is known that was not known before.
 */
@Component
class HearingLag {

  static final Duration FAR = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(HearingLag.class);
  private static final long NONE = Long.MAX_VALUE;

  private final FirstSteps firstSteps;
  private final Clock clock;
  private final AtomicLong youngestMillis = new AtomicLong(NONE);
  private final AtomicInteger inHand = new AtomicInteger();

  HearingLag(FirstSteps firstSteps, Clock clock) {
    this.firstSteps = firstSteps;
    this.clock = clock;
  }

  /** Handles a message that was sent at {@code sent}; one that fails says nothing. */
  void hear(Instant sent, Runnable handling) {
    long age = Duration.between(sent, clock.instant()).toMillis();
    inHand.incrementAndGet();
    try {
      handling.run();
      youngestMillis.accumulateAndGet(age, Math::min);
    } finally {
      inHand.decrementAndGet();
    }
  }

  /** Looks at what was handled since the last look. */
  @Scheduled(fixedDelayString = "PT1S")
  void look() {
    // first, or one that ends in between would be seen neither in hand nor handled
    boolean atWork = inHand.get() > 0;
    long youngest = youngestMillis.getAndSet(NONE);
    if (youngest == NONE && atWork) {
      return;
    }
    boolean far = youngest != NONE && youngest > FAR.toMillis();
    if (far != firstSteps.areHeld()) {
      log.info(far ? "{} ms behind: no order begins" : "orders begin again", youngest);
      firstSteps.hold(far);
    }
  }
}
