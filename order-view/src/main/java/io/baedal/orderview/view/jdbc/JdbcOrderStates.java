package io.baedal.orderview.view.jdbc;

import io.baedal.orderview.view.Cancellation;
import io.baedal.orderview.view.OrderStates;
import io.baedal.orderview.view.OrderView;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOrderStates implements OrderStates {

  private static final String STATES = Sql.SELECT + "WHERE order_id = ANY (CAST(:ids AS uuid[]))";

  private final JdbcClient jdbc;
  private final OrderViewMapper rows;

  JdbcOrderStates(JdbcClient jdbc, OrderViewMapper rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  @Override
  public List<State> of(Collection<UUID> orderIds) {
    String[] ids = orderIds.stream().map(UUID::toString).toArray(String[]::new);
    return jdbc.sql(STATES).param("ids", ids).query(rows::view).list().stream()
        .map(JdbcOrderStates::state)
        .toList();
  }

  private static State state(OrderView view) {
    Cancellation cancellation = view.cancellation();
    return new State(
        view.orderId(),
        view.status(),
        view.reason(),
        view.sequence(),
        cancellation == null ? null : cancellation.outcome(),
        view.updatedAt());
  }
}
