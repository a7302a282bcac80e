package io.baedal.orchestrator.saga.kafka;

import io.baedal.orchestrator.saga.FirstSteps;
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
 * Measures the lag of the consumers of store and courier events. While it is large, first steps are
 * held back: otherwise orders would begin that cannot advance, and the backlog in Kafka would grow
 * without limit. The order service counts the waiting orders, and refuses new ones.
 *
 * <p>The youngest message of each second counts, so that one stuck partition does not hold up all
 * orders. A second in which no message was handled shows no lag, unless one is in progress: then
 * its result is not known yet, and nothing changes.
 */
@Component
class ConsumerLag {

  static final Duration LIMIT = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(ConsumerLag.class);
  private static final long NONE = Long.MAX_VALUE;

  private final FirstSteps firstSteps;
  private final Clock clock;
  private final AtomicLong youngestMillis = new AtomicLong(NONE);
  private final AtomicInteger inProgress = new AtomicInteger();

  ConsumerLag(FirstSteps firstSteps, Clock clock) {
    this.firstSteps = firstSteps;
    this.clock = clock;
  }

  /** Handles a message that was sent at {@code sent}; one that fails is not counted. */
  void handle(Instant sent, Runnable handling) {
    long age = Duration.between(sent, clock.instant()).toMillis();
    inProgress.incrementAndGet();
    try {
      handling.run();
      youngestMillis.accumulateAndGet(age, Math::min);
    } finally {
      inProgress.decrementAndGet();
    }
  }

  /** Evaluates the messages that were handled since the last call. */
  @Scheduled(fixedDelayString = "PT1S")
  void evaluate() {
    // read first, or a message that ends in between would be counted nowhere
    boolean working = inProgress.get() > 0;
    long youngest = youngestMillis.getAndSet(NONE);
    if (youngest == NONE && working) {
      return;
    }
    boolean large = youngest != NONE && youngest > LIMIT.toMillis();
    if (large != firstSteps.areHeld()) {
      log.info(
          large ? "consumer lag {} ms: first steps are held" : "first steps are released",
          youngest);
      firstSteps.hold(large);
    }
  }
}
