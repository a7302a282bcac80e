package io.baedal.order.ordering.jdbc;

import io.baedal.messaging.retention.Retention;
import io.baedal.messaging.retention.RetentionProperties;
import io.baedal.order.OrderProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention of orders and idempotency keys. Orders that have not ended are kept. */
@Configuration(proxyBeanMethods = false)
class OrderRetention {

  @Bean
  Retention endedOrders(RetentionProperties properties) {
    return new Retention(
        "orders",
        properties.orders(),
        """
        DELETE FROM orders WHERE id IN (
          SELECT id FROM orders
          WHERE changed_at < :before
            AND closed_at IS NOT NULL
          ORDER BY changed_at
          LIMIT :most FOR UPDATE SKIP LOCKED)
        """);
  }

  @Bean
  Retention idempotencyKeys(OrderProperties properties) {
    return new Retention(
        "idempotency keys",
        properties.idempotencyKeyRetention(),
        """
        DELETE FROM idempotency_keys WHERE (customer_id, key) IN (
          SELECT customer_id, key FROM idempotency_keys WHERE claimed_at < :before
          ORDER BY claimed_at LIMIT :most FOR UPDATE SKIP LOCKED)
        """);
  }
}
