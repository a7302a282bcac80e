package io.baedal.delivery.work.jpa;

import io.baedal.messaging.retention.Retention;
import io.baedal.messaging.retention.RetentionProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Retention of store requests and deliveries. Those in progress are kept. */
@Configuration(proxyBeanMethods = false)
class DeliveryRetention {

  @Bean
  Retention answeredStoreRequests(RetentionProperties properties) {
    return new Retention(
        "store requests",
        properties.effects(),
        """
        DELETE FROM store_requests WHERE order_id IN (
          SELECT order_id FROM store_requests
          WHERE changed_at < :before
            AND status IN ('ACCEPTED', 'REJECTED', 'CANCELLED')
          ORDER BY changed_at
          LIMIT :most FOR UPDATE SKIP LOCKED)
        """);
  }

  @Bean
  Retention endedDeliveries(RetentionProperties properties) {
    return new Retention(
        "deliveries",
        properties.effects(),
        """
        DELETE FROM deliveries WHERE order_id IN (
          SELECT order_id FROM deliveries
          WHERE changed_at < :before
            AND status IN ('COMPLETED', 'CANCELLED')
          ORDER BY changed_at
          LIMIT :most FOR UPDATE SKIP LOCKED)
        """);
  }
}
