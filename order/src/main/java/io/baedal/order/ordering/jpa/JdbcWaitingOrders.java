package io.baedal.order.ordering.jpa;

import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.WaitingOrders;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcWaitingOrders implements WaitingOrders {

  private final JdbcClient jdbc;

  JdbcWaitingOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void remove(Set<OrderId> ids) {
    if (ids.isEmpty()) {
      return;
    }
    jdbc.sql("DELETE FROM waiting_orders WHERE order_id = ANY (?::uuid[])")
        .param(texts(ids))
        .update();
  }

  @Override
  public int removeEnded() {
    return jdbc.sql(
            """
            DELETE FROM waiting_orders USING orders
            WHERE orders.id = waiting_orders.order_id AND orders.closed_at IS NOT NULL
            """)
        .update();
  }

  /** All statements of the transaction read the snapshot that the first one took. */
  @Override
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public int count(int limit, Supplier<Set<OrderId>> besides) {
    jdbc.sql("SELECT pg_current_snapshot()").query(String.class).single();
    return jdbc.sql(
            """
            SELECT count(*) FROM (
              SELECT FROM waiting_orders WHERE order_id <> ALL (?::uuid[]) LIMIT ?
            ) AS waiting
            """)
        .param(texts(besides.get()))
        .param(limit)
        .query(Integer.class)
        .single();
  }

  private static String[] texts(Set<OrderId> ids) {
    return ids.stream().map(id -> id.value().toString()).toArray(String[]::new);
  }
}
