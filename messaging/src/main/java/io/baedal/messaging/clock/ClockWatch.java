package io.baedal.messaging.clock;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;

/** Notices when the clock is set back: it then runs behind the one that only counts. */
public final class ClockWatch {

  private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);

  /** Smaller corrections delay nothing by more than this. */
  private static final Duration WORTH_TELLING = Duration.ofSeconds(5);

  private final LongSupplier millis;
  private final LongSupplier nanos;
  private final ApplicationEventPublisher events;
  private Duration lead;

  /**
   * @param millis the clock
   * @param nanos counts on whatever happens to the clock
   */
  public ClockWatch(LongSupplier millis, LongSupplier nanos, ApplicationEventPublisher events) {
    this.millis = millis;
    this.nanos = nanos;
    this.events = events;
    this.lead = lead();
  }

  /** Compares the two since the last look. */
  @Scheduled(fixedDelayString = "PT1S")
  public void look() {
    Duration now = lead();
    Duration back = lead.minus(now);
    lead = now;
    if (back.compareTo(WORTH_TELLING) > 0) {
      log.warn("the clock was set back by {}", back);
      events.publishEvent(new ClockSetBack(back));
    }
  }

  private Duration lead() {
    return Duration.ofMillis(millis.getAsLong()).minusNanos(nanos.getAsLong());
  }
}
