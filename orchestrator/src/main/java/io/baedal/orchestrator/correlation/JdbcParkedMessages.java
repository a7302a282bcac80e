package io.baedal.orchestrator.correlation;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.messaging.event.EventType;
import io.baedal.messaging.inbox.ReceivedEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@link ParkedMessages} in a table; the order's row counts them, so that nobody need look. */
@Repository
class JdbcParkedMessages implements ParkedMessages {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcParkedMessages(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public void park(ReceivedEvent early) {
    UUID orderId = early.event().orderId();
    int parked =
        jdbc.sql(
                """
                INSERT INTO parked_messages (event_id, order_id, type, payload)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
            .params(
                early.id(), orderId, EventType.of(early.event()).wireName(), write(early.event()))
            .update();
    // the inbox can have forgotten what waits here
    count(orderId, parked);
  }

  @Override
  public List<Parked> of(UUID orderId) {
    return jdbc
        .sql(
            """
            UPDATE parked_messages SET tried_at = now() WHERE order_id = ?
            RETURNING event_id, order_id, type, payload, parked_at
            """)
        .param(orderId)
        .query((row, index) -> new Dated(row.getTimestamp("parked_at").toInstant(), parked(row)))
        .list()
        .stream()
        .sorted(comparing(Dated::at))
        .map(Dated::message)
        .toList();
  }

  @Override
  public void remove(Parked message) {
    int removed =
        jdbc.sql("DELETE FROM parked_messages WHERE event_id = ?")
            .param(message.eventId())
            .update();
    if (removed == 1) {
      count(message.orderId(), -1);
    }
  }

  @Override
  public List<UUID> ordersToTry(int limit) {
    return jdbc.sql(
            """
            SELECT order_id FROM parked_messages
            GROUP BY order_id
            -- in the future: the clock was set back
            HAVING max(tried_at) NOT BETWEEN now() - interval '5 seconds' AND now()
            ORDER BY max(tried_at) LIMIT ?
            """)
        .param(limit)
        .query(UUID.class)
        .list();
  }

  @Override
  public int forgetStrays(Duration olderThan) {
    return jdbc.sql(
            """
            DELETE FROM parked_messages stray
            WHERE parked_at < now() - make_interval(secs => ?)
              AND NOT EXISTS (SELECT 1 FROM order_progress o WHERE o.order_id = stray.order_id)
            """)
        .param(olderThan.toSeconds())
        .update();
  }

  private void count(UUID orderId, int change) {
    jdbc.sql("UPDATE order_progress SET parked = parked + ? WHERE order_id = ?")
        .params(change, orderId)
        .update();
  }

  private Parked parked(ResultSet row) throws SQLException {
    EventType type = EventType.named(row.getString("type")).orElseThrow();
    try {
      return new Parked(
          row.getObject("event_id", UUID.class),
          row.getObject("order_id", UUID.class),
          type,
          json.readValue(row.getString("payload"), type.payload()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("parked message cannot be read", e);
    }
  }

  private String write(Object event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("event cannot be written as JSON", e);
    }
  }

  private record Dated(Instant at, Parked message) {}
}
