package io.baedal.orderview.view.jdbc;

import io.baedal.orderview.view.OrderStates;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOrderStates implements OrderStates {

  private static final String STATES =
      """
      SELECT order_id, status, reason, sequence, updated_at AS changed_at
      FROM order_views WHERE order_id = ANY (CAST(:ids AS uuid[]))
      """;

  private final JdbcClient jdbc;

  JdbcOrderStates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<State> of(Collection<UUID> orderIds) {
    String[] ids = orderIds.stream().map(UUID::toString).toArray(String[]::new);
    return jdbc.sql(STATES).param("ids", ids).query(State.class).list();
  }
}
