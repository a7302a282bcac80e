package io.baedal.order.ordering.jpa;

import io.baedal.order.ordering.PlacedStates;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plain SQL instead of entities: many rows, few columns, read only. */
@Repository
class JdbcPlacedStates implements PlacedStates {

  /** Same expression as the index orders_changed. */
  private static final String CHANGED_AT =
      "greatest(placed_at, cancellation_requested_at, closed_at)";

  private static final String STATES =
      """
      SELECT id AS order_id, status, reason, cancellation_outcome AS cancellation, %s AS changed_at
      FROM orders WHERE id = ANY (:ids::uuid[])
      """
          .formatted(CHANGED_AT);

  private static final String CHANGES =
      """
      SELECT id AS order_id, %1$s AS changed_at FROM orders
      WHERE (%1$s, id) > (:from, :after) AND %1$s < :to
      ORDER BY %1$s, id LIMIT :limit
      """
          .formatted(CHANGED_AT);

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
