package io.baedal.delivery.state.jdbc;

import static java.time.ZoneOffset.UTC;

import io.baedal.delivery.state.DeliveryStates;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each query is one statement over both tables. */
@Component
class JdbcDeliveryStates implements DeliveryStates {

  private static final String STATES =
      """
      SELECT order_id, store.status AS store_request, courier.status AS delivery,
        greatest(store.changed_at, courier.changed_at) AS changed_at
      FROM (SELECT * FROM store_requests WHERE order_id = ANY (:ids::uuid[])) store
      FULL JOIN (SELECT * FROM deliveries WHERE order_id = ANY (:ids::uuid[])) courier
        USING (order_id)
      """;

  /** Reads up to one page from each table and returns the earliest rows of both. */
  private static final String CHANGES =
      "SELECT order_id, changed_at FROM (%s UNION %s) both_tables ORDER BY changed_at, order_id LIMIT :limit"
          .formatted(changes("store_requests"), changes("deliveries"));

  private final JdbcClient jdbc;

  JdbcDeliveryStates(JdbcClient jdbc) {
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
        .param("from", span.from().atOffset(UTC))
        .param("after", span.after())
        .param("to", span.to().atOffset(UTC))
        .param("limit", limit)
        .query(Change.class)
        .list();
  }

  private static String changes(String table) {
    return """
    (SELECT order_id, changed_at FROM %s
     WHERE (changed_at, order_id) > (:from, :after) AND changed_at < :to
     ORDER BY changed_at, order_id LIMIT :limit)
    """
        .formatted(table);
  }
}
