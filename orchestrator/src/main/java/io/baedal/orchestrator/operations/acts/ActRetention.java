package io.baedal.orchestrator.operations.acts;

import io.baedal.messaging.retention.Retention;
import io.baedal.messaging.retention.RetentionProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes operators' acts at the same age as orders. */
@Configuration(proxyBeanMethods = false)
class ActRetention {

  @Bean
  Retention operatorActs(RetentionProperties properties) {
    return new Retention(
        "operators' acts",
        properties.effects(),
        """
        DELETE FROM operator_acts WHERE id IN (
          SELECT id FROM operator_acts WHERE acted_at < :before
          LIMIT :most FOR UPDATE SKIP LOCKED)
        """);
  }
}
