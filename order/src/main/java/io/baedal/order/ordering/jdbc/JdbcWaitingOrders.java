package io.baedal.order.ordering.jdbc;

import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.WaitingOrders;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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

  @Override
  public Set<OrderId> waiting(int limit) {
    return jdbc.sql("SELECT order_id FROM waiting_orders LIMIT ?")
        .param(limit)
        .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
        .set();
  }

  private static String[] texts(Set<OrderId> ids) {
    return ids.stream().map(id -> id.value().toString()).toArray(String[]::new);
  }
}
