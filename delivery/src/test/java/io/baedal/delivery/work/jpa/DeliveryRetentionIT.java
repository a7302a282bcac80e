package io.baedal.delivery.work.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.delivery.OnRealDatabase;
import io.baedal.messaging.retention.Cleaner;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnRealDatabase
class DeliveryRetentionIT {

  @Autowired private Cleaner cleaner;
  @Autowired private JdbcClient jdbc;

  @Test
  void removesAnsweredStoreRequestsAMonthLaterThanOrders() {
    UUID answered = storeRequest("ACCEPTED", "431 days");
    UUID answeredLate = storeRequest("ACCEPTED", "429 days");
    UUID waiting = storeRequest("REQUESTED", "431 days");

    cleaner.clean();

    assertThat(exists("store_requests", answered)).isFalse();
    assertThat(exists("store_requests", answeredLate)).isTrue();
    assertThat(exists("store_requests", waiting)).isTrue();
  }

  @Test
  void removesEndedDeliveriesAMonthLaterThanOrders() {
    UUID recalled = delivery("CANCELLED", "431 days");
    UUID recalledLate = delivery("CANCELLED", "429 days");
    UUID inProgress = delivery("STARTED", "431 days");

    cleaner.clean();

    assertThat(exists("deliveries", recalled)).isFalse();
    assertThat(exists("deliveries", recalledLate)).isTrue();
    assertThat(exists("deliveries", inProgress)).isTrue();
  }

  private UUID storeRequest(String status, String ago) {
    UUID order = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO store_requests (order_id, details, status, requested_at, answered_at)
            SELECT ?, '{"storeId": "store-1", "items": []}', status, at - interval '1 day',
              CASE status WHEN 'ACCEPTED' THEN at END
            FROM (SELECT ? AS status, now() - ?::interval AS at) AS new
            """)
        .params(order, status, ago)
        .update();
    return order;
  }

  private UUID delivery(String status, String ago) {
    UUID order = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO deliveries (order_id, details, status, started_at, cancelled_at)
            SELECT ?, '{"storeId": "store-1", "deliveryAddress": "Seoul"}', status,
              at - interval '1 day',
              CASE status WHEN 'CANCELLED' THEN at END
            FROM (SELECT ? AS status, now() - ?::interval AS at) AS new
            """)
        .params(order, status, ago)
        .update();
    return order;
  }

  private boolean exists(String table, UUID order) {
    return jdbc.sql("SELECT count(*) FROM " + table + " WHERE order_id = ?")
            .param(order)
            .query(Integer.class)
            .single()
        > 0;
  }
}
