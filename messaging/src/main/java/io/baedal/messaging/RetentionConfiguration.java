package io.baedal.messaging;

import io.baedal.messaging.retention.Cleaner;
import io.baedal.messaging.retention.Retention;
import io.baedal.messaging.retention.RetentionProperties;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes data whose retention has passed; each service defines its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
class RetentionConfiguration {

  @Bean
  Retention inboxRetention(MessagingProperties properties) {
    return new Retention(
        "events in the inbox",
        properties.inboxRetention(),
        """
        DELETE FROM inbox WHERE event_id IN (
          SELECT event_id FROM inbox WHERE received_at < :before
          ORDER BY received_at LIMIT :most FOR UPDATE SKIP LOCKED)
        """);
  }

  @Bean
  Cleaner cleaner(JdbcClient jdbc, Clock clock, ObjectProvider<Retention> retentions) {
    return new Cleaner(jdbc, clock, retentions.orderedStream().toList());
  }
}
