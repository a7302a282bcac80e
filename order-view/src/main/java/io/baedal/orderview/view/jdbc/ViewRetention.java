package io.baedal.orderview.view.jdbc;

import io.baedal.messaging.retention.Retention;
import io.baedal.messaging.retention.RetentionProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Retention of orders and their timelines. Orders that have not ended are kept. */
@Configuration(proxyBeanMethods = false)
class ViewRetention {

  @Bean
  Retention endedViews(RetentionProperties properties) {
    return new Retention(
        "order views",
        properties.orders(),
        """
        WITH old AS (
          SELECT order_id FROM order_views
          WHERE listed_at < :before AND projected_at < :before AND outcome IS NOT NULL
          ORDER BY listed_at LIMIT :most FOR UPDATE SKIP LOCKED),
        timelines AS (
          DELETE FROM status_changes WHERE order_id IN (SELECT order_id FROM old))
        DELETE FROM order_views WHERE order_id IN (SELECT order_id FROM old)
        """);
  }
}
