package io.baedal.order.ordering.jpa;

import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.WaitingOrders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWaitingOrders implements WaitingOrders {

  private final JdbcClient jdbc;

  JdbcWaitingOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void remove(OrderId id) {
    jdbc.sql("DELETE FROM waiting_orders WHERE order_id = ?").param(id.value()).update();
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
  public int count(int limit) {
    return jdbc.sql("SELECT count(*) FROM (SELECT FROM waiting_orders LIMIT ?) AS waiting")
        .param(limit)
        .query(Integer.class)
        .single();
  }
}
