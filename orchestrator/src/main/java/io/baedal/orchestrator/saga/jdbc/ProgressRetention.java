package io.baedal.orchestrator.saga.jdbc;

import io.baedal.messaging.retention.Retention;
import io.baedal.messaging.retention.RetentionProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Deletes the progress of ended orders after their retention time. Orders in progress are not
 * deleted.
 */
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
