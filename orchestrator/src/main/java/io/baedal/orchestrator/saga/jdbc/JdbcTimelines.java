package io.baedal.orchestrator.saga.jdbc;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.republication.EventSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rebuilds the events of this service from the timelines in {@code order_progress}. */
@Repository
class JdbcTimelines implements EventSource {

  private final JdbcClient jdbc;

  JdbcTimelines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<UUID> next(UUID after, int limit) {
    return jdbc.sql(
            "SELECT order_id FROM order_progress WHERE order_id > ? ORDER BY order_id LIMIT ?")
        .params(after, limit)
        .query(UUID.class)
        .list();
  }

  @Override
  public List<DomainEvent> eventsOf(UUID after, UUID last, Instant since) {
    return jdbc
        .sql(
            """
            SELECT order_id, timeline, store_comment, operator_comment FROM order_progress
            WHERE order_id > ? AND order_id <= ? AND changed_at >= ?
            ORDER BY order_id FOR UPDATE
            """)
        .params(after, last, since.atOffset(ZoneOffset.UTC))
        .query((row, number) -> events(row.getObject(1, UUID.class), row))
        .list()
        .stream()
        .flatMap(events -> events)
        .toList();
  }

  private static Stream<DomainEvent> events(UUID orderId, ResultSet row) throws SQLException {
    String ofStore = row.getString(3);
    String ofOperator = row.getString(4);
    return TimelineLine.oldestFirst(row.getString(2)).stream()
        .map(
            line ->
                TimelineLine.event(
                    orderId, line, reason -> Comments.on(reason, ofStore, ofOperator)));
  }
}
