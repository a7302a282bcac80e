package io.baedal.messaging.clock;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Sets the default time zone of a service to UTC. The engine's tables store times without a zone:
 * in the hour that is repeated when clocks are set back, a future time would be read as a past one.
 * Registered in {@code spring.factories}, so that it runs before any code reads the zone.
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
