package io.baedal.orchestrator.saga.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.EventType;
import io.baedal.messaging.inbox.ReceivedEvent;
import io.baedal.orchestrator.saga.ParkedMessages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@link ParkedMessages} in a table; the order's row counts them, which saves a query. */
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
    // the inbox may have deleted the id of a message that is still parked
    jdbc.sql(
            """
            INSERT INTO parked_messages (event_id, order_id, type, payload)
            VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
        .params(early.id(), orderId, EventType.of(early.event()).wireName(), write(early.event()))
        .update();
    count(orderId);
  }

  @Override
  public List<Parked> of(UUID orderId) {
    return jdbc.sql(
            """
            SELECT event_id, type, payload FROM parked_messages
            WHERE order_id = ? ORDER BY parked_at, event_id
            """)
        .param(orderId)
        .query((row, index) -> parked(row))
        .list();
  }

  @Override
  public void remove(Parked message) {
    jdbc.sql("DELETE FROM parked_messages WHERE event_id = ?").param(message.eventId()).update();
  }

  @Override
  public void count(UUID orderId) {
    jdbc.sql(
            """
            UPDATE order_progress o SET parked = counted.messages
            FROM (SELECT count(*) AS messages FROM parked_messages WHERE order_id = :order) counted
            WHERE o.order_id = :order AND o.parked <> counted.messages
            """)
        .param("order", orderId)
        .update();
  }

  @Override
  public List<UUID> takeOrdersToTry(Collection<String> otherVersions, int limit) {
    return jdbc
        .sql(
            """
            WITH due AS (
              SELECT order_id FROM parked_messages
              WHERE NOT EXISTS (SELECT FROM act_ru_execution process
                WHERE process.business_key_ = order_id::text
                  AND process.proc_def_id_ = ANY (:others))
              GROUP BY order_id
              -- a time in the future: the clock was set back
              HAVING max(tried_at) NOT BETWEEN now() - interval '5 seconds' AND now()
              ORDER BY max(tried_at) LIMIT :limit),
            taken AS (
              SELECT event_id FROM parked_messages WHERE order_id IN (SELECT order_id FROM due)
              FOR UPDATE SKIP LOCKED)
            UPDATE parked_messages SET tried_at = now()
            WHERE event_id IN (SELECT event_id FROM taken) RETURNING order_id
            """)
        .param("others", otherVersions.toArray(String[]::new))
        .param("limit", limit)
        .query(UUID.class)
        .list()
        .stream()
        .distinct()
        .toList();
  }

  @Override
  public int deleteUndeliverable(Duration olderThan) {
    return jdbc.sql(
            """
            DELETE FROM parked_messages message
            WHERE parked_at < now() - make_interval(secs => ?) AND type <> ?
              AND NOT EXISTS (SELECT FROM act_ru_execution process
                WHERE process.business_key_ = message.order_id::text)
            """)
        .params(olderThan.toSeconds(), EventType.ORDER_PLACED.wireName())
        .update();
  }

  private Parked parked(ResultSet row) throws SQLException {
    EventType type = EventType.named(row.getString("type")).orElseThrow();
    try {
      return new Parked(
          row.getObject("event_id", UUID.class),
          (DomainEvent) json.readValue(row.getString("payload"), type.payload()));
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
}
