package io.baedal.messaging.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long orders are kept. All services have to be told the same.
 *
 * @param orders for how long orders can be asked for after they have ended; 100 days or more, since
 *     the services are compared as far back as 90
 */
@ConfigurationProperties("baedal.retention")
public record RetentionProperties(@DefaultValue("400d") Duration orders) {

  private static final Duration SHORTEST = Duration.ofDays(100);

  /** Events stay in Kafka, and dead letters beside it, for less than that. */
  private static final Duration ECHO = Duration.ofDays(30);

  public RetentionProperties {
    if (orders.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "baedal.retention.orders must be " + SHORTEST.toDays() + "d or more");
    }
  }

  /**
   * For how long the effects of an order are remembered: longer than the order itself, which can be
   * republished for as long as it is kept, and must then have no second effect.
   */
  public Duration effects() {
    return orders.plus(ECHO);
  }
}
