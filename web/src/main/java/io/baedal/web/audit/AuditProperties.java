package io.baedal.web.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the audit log.
 *
 * @param retention how long entries are kept; more than 100 days, before which the database deletes
 *     none
 */
@ConfigurationProperties("baedal.audit")
public record AuditProperties(@DefaultValue("400d") Duration retention) {

  private static final Duration SHORTEST = Duration.ofDays(100);

  public AuditProperties {
    // not equal: the clocks of the service and of the database can differ
    if (retention.compareTo(SHORTEST) <= 0) {
      throw new IllegalArgumentException(
          "baedal.audit.retention must be more than " + SHORTEST.toDays() + "d");
    }
  }
}
