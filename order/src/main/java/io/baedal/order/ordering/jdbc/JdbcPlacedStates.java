package io.baedal.order.ordering.jdbc;

import io.baedal.order.ordering.PlacedStates;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL instead of entities: many rows, few columns, read-only. */
@Repository
class JdbcPlacedStates implements PlacedStates {

  private static final String STATES =
      """
      SELECT id AS order_id, status, reason, cancellation_outcome AS cancellation, changed_at
      FROM orders WHERE id = ANY (:ids::uuid[])
      """;

  private static final String CHANGES =
      """
      SELECT id AS order_id, changed_at FROM orders
      WHERE (changed_at, id) > (:from, :after) AND changed_at < :to
      ORDER BY changed_at, id LIMIT :limit
      """;

  private final JdbcClient jdbc;

  JdbcPlacedStates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<State> of(Collection<UUID> orderIds) {
    String[] ids = orderIds.stream().map(UUID::toString).toArray(String[]::new);
    return jdbc.sql(STATES).param("ids", ids).query(State.class).list();
  }

  @Override
  public List<Change> changes(Span span, int limit) {
    return jdbc.sql(CHANGES)
        .param("from", span.from().atOffset(ZoneOffset.UTC))
        .param("after", span.after())
        .param("to", span.to().atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(Change.class)
        .list();
  }
}
