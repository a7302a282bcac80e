package io.baedal.messaging.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long orders are kept. All services must have the same setting.
 *
 * @param orders how long orders can be read after they have ended; 100 days or more, since
 *     reconciliation compares the services up to 90 days back
 */
@ConfigurationProperties("baedal.retention")
public record RetentionProperties(@DefaultValue("400d") Duration orders) {

  private static final Duration MINIMUM = Duration.ofDays(100);

  /** Events and dead letters in Kafka are kept for less than this. */
  private static final Duration MAX_EVENT_AGE = Duration.ofDays(30);

  public RetentionProperties {
    if (orders.compareTo(MINIMUM) < 0) {
      throw new IllegalArgumentException(
          "baedal.retention.orders must be " + MINIMUM.toDays() + "d or more");
    }
  }

  /**
   * How long the effects of an order are remembered. This is longer than the order itself, which
   * can be republished while it is kept and must then have no second effect.
   */
  public Duration effects() {
    return orders.plus(MAX_EVENT_AGE);
  }
}
