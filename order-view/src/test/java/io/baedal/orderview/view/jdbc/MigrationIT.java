package io.baedal.orderview.view.jdbc;

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
    upgrade.to("004");
    jdbc.sql(
            """
            INSERT INTO order_views (order_id, number, customer_id, store_id, items, amount,
              currency, delivery_address, payment_method, placed_at, updated_at)
            VALUES ('5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11', 13, 'customer-1', 'store-1',
              '[{"productName": "A", "quantity": 2, "unitPrice": 500}]', 1000,
              'KRW', 'Seoul', 'CARD', '2026-03-01T10:00:00.000001Z', now()),
              (gen_random_uuid(), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, now())
            """)
        .update();

    upgrade.to("latest");

    assertThat(
            jdbc.sql(
                    """
                    SELECT placed FROM order_views
                    WHERE number = 13 AND customer_id = 'customer-1' AND store_id = 'store-1'
                      AND placed_at = (placed ->> 'placedAt')::timestamptz
                    """)
                .query(String.class)
                .single())
        .isEqualTo(
            """
            {"items": [{"quantity": 2, "unitPrice": 500, "productName": "A"}], "amount": 1000, \
            "number": 13, "orderId": "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11", "storeId": "store-1", \
            "currency": "KRW", "placedAt": "2026-03-01T10:00:00.000001Z", \
            "customerId": "customer-1", "paymentMethod": "CARD", "deliveryAddress": "Seoul"}""");
    assertThat(
            jdbc.sql("SELECT count(*) FROM order_views WHERE placed IS NULL")
                .query(Integer.class)
                .single())
        .isOne();
  }
}
