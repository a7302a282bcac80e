package io.baedal.order.ordering.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.test.Upgrade;
import io.baedal.order.ordering.Item;
import io.baedal.order.ordering.OrderContent;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Upgrades of rows of an earlier version. */
class MigrationIT {

  private final Upgrade upgrade = new Upgrade();
  private final JdbcClient jdbc = upgrade.jdbc();

  @Test
  void movesColumnsIntoADocument() {
    upgrade.to("013");
    jdbc.sql(
            """
            INSERT INTO orders (id, client_reference, customer_id, store_id, items, amount,
              currency, delivery_address, payment_method, placed_at, status)
            VALUES (gen_random_uuid(), '30', 'customer-1', 'store-1',
              '[{"productName": "B", "quantity": 2, "unitPrice": 500},
                {"productName": "A", "quantity": 1, "unitPrice": 0, "options": ["x"]}]',
              1000, 'KRW', 'Seoul', 'CARD', now(), 'PLACED')
            """)
        .update();

    upgrade.to("latest");

    String content =
        jdbc.sql(
                """
                SELECT content FROM orders
                WHERE customer_id = 'customer-1' AND store_id = 'store-1'
                  AND client_reference = '30' AND changed_at = placed_at
                """)
            .query(String.class)
            .single();
    assertThat(OrderRow.CONTENT.read(content))
        .isEqualTo(
            new OrderContent(
                "30",
                "customer-1",
                "store-1",
                List.of(new Item("B", 2, 500), new Item("A", 1, 0, List.of("x"))),
                Currency.getInstance("KRW"),
                "Seoul",
                "CARD",
                null,
                null));
  }
}
