package io.baedal.delivery.work.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.test.Upgrade;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Upgrades of rows of an earlier version. */
class MigrationIT {

  private final Upgrade upgrade = new Upgrade();
  private final JdbcClient jdbc = upgrade.jdbc();

  @Test
  void movesColumnsIntoADocument() {
    upgrade.to("008");
    jdbc.sql(
            """
            INSERT INTO store_requests (order_id, order_number, store_id, items, delivery_address,
              status, requested_at, cancelled_at)
            VALUES
              (gen_random_uuid(), 13, 'store-1',
                '[{"productName": "B", "quantity": 2},
                  {"productName": "A", "quantity": 1, "options": ["x"]}]',
                'Seoul', 'REQUESTED', now(), NULL),
              (gen_random_uuid(), NULL, NULL, NULL, NULL, 'CANCELLED', now(), now())
            """)
        .update();
    jdbc.sql(
            """
            INSERT INTO deliveries (order_id, order_number, store_id, delivery_address, note, phone,
              status, started_at, cancelled_at)
            VALUES
              (gen_random_uuid(), 13, 'store-1', 'Seoul', 'ring', '010', 'STARTED', now(), NULL),
              (gen_random_uuid(), NULL, NULL, NULL, NULL, NULL, 'CANCELLED', now(), now())
            """)
        .update();

    upgrade.to("latest");

    assertThat(details("store_requests"))
        .isEqualTo(
            """
            {"items": [{"quantity": 2, "productName": "B"}, \
            {"options": ["x"], "quantity": 1, "productName": "A"}], "number": 13, \
            "storeId": "store-1", "deliveryAddress": "Seoul"}""");
    assertThat(details("deliveries"))
        .isEqualTo(
            """
            {"note": "ring", "phone": "010", "storeId": "store-1", "orderNumber": 13, \
            "deliveryAddress": "Seoul"}""");
    for (String table : new String[] {"store_requests", "deliveries"}) {
      assertThat(
              jdbc.sql("SELECT count(*) FROM " + table + " WHERE store_id IS NULL")
                  .query(Integer.class)
                  .single())
          .isOne();
    }
  }

  private String details(String table) {
    return jdbc.sql(
            "SELECT details FROM " + table + " WHERE store_id = 'store-1' AND order_number = 13")
        .query(String.class)
        .single();
  }
}
