package io.baedal.messaging.clock;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;

/** Detects that the clock is set back, by comparing it with a monotonic clock. */
public final class ClockWatch {

  private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);

  /** Smaller corrections are ignored, since no wait takes longer by more than this. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  private final LongSupplier millis;
  private final LongSupplier nanos;
  private final ApplicationEventPublisher events;
  private Duration lead;

  /**
   * @param millis the system clock
   * @param nanos the monotonic clock
   */
  public ClockWatch(LongSupplier millis, LongSupplier nanos, ApplicationEventPublisher events) {
    this.millis = millis;
    this.nanos = nanos;
    this.events = events;
    this.lead = lead();
  }

  /** Compares the difference between the clocks with the previous one. */
  @Scheduled(fixedDelayString = "PT1S")
  public void check() {
    Duration now = lead();
    Duration back = lead.minus(now);
    lead = now;
    if (back.compareTo(TOLERANCE) > 0) {
      log.warn("the clock was set back by {}", back);
      events.publishEvent(new ClockSetBack(back));
    }
  }

  private Duration lead() {
    return Duration.ofMillis(millis.getAsLong()).minusNanos(nanos.getAsLong());
  }
}
