package io.baedal.orchestrator.saga.jdbc;

import io.baedal.messaging.retention.Retention;
import io.baedal.messaging.retention.RetentionProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long the progress of ended orders is kept. Orders in progress stay. */
@Configuration(proxyBeanMethods = false)
class ProgressRetention {

  @Bean
  Retention endedOrders(RetentionProperties properties) {
    return new Retention(
        "orders' progress",
        properties.effects(),
        """
        DELETE FROM order_progress WHERE order_id IN (
          SELECT order_id FROM order_progress
          WHERE changed_at < :before AND status IN ('DELIVERED', 'CANCELLED', 'REJECTED')
          LIMIT :most FOR UPDATE SKIP LOCKED)
        """);
  }
}
