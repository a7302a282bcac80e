package io.baedal.order.ordering.jdbc;

import io.baedal.order.ordering.Fingerprint;
import io.baedal.order.ordering.IdempotencyKey;
import io.baedal.order.ordering.IdempotencyKeys;
import io.baedal.order.ordering.KeyUse;
import io.baedal.order.ordering.OrderId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIdempotencyKeys implements IdempotencyKeys {

  private final JdbcClient jdbc;

  JdbcIdempotencyKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean claim(String customerId, IdempotencyKey key, KeyUse use) {
    return jdbc.sql(
                """
                INSERT INTO idempotency_keys (customer_id, key, fingerprint, order_id, placed)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (customer_id, key) DO NOTHING
                """)
            .params(
                customerId, key.value(), use.request().value(), use.orderId().value(), use.placed())
            .update()
        == 1;
  }

  @Override
  public Optional<KeyUse> find(String customerId, IdempotencyKey key) {
    return jdbc.sql(
            """
            SELECT fingerprint, order_id, placed FROM idempotency_keys
            WHERE customer_id = ? AND key = ?
            """)
        .params(customerId, key.value())
        .query(
            (row, number) ->
                new KeyUse(
                    new Fingerprint(row.getString("fingerprint")),
                    new OrderId(row.getObject("order_id", UUID.class)),
                    row.getBoolean("placed")))
        .optional();
  }

  @Override
  public void release(String customerId, IdempotencyKey key) {
    jdbc.sql("DELETE FROM idempotency_keys WHERE customer_id = ? AND key = ?")
        .params(customerId, key.value())
        .update();
  }
}
