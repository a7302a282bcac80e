package io.baedal.messaging.clock;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Lets a service run in UTC, whatever the zone of its host. The engine's tables keep times without
 * a zone: in the hour that is repeated when clocks go back, a time to come would read as one that
 * has passed. Registered in {@code spring.factories}, so that it acts before anything asks for the
 * zone.
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
