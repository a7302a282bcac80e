package io.baedal.gateway.zone;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Sets the default time zone of the gateway to UTC. The services use {@code messaging} for this,
 * which requires a database. Registered in {@code spring.factories}.
 */
final class UtcZone implements ApplicationListener<ApplicationStartingEvent>, Ordered {

  @Override
  public void onApplicationEvent(ApplicationStartingEvent starting) {
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
