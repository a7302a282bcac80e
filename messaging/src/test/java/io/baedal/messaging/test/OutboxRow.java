package io.baedal.messaging.test;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An event in the outbox of a service without Kafka. */
public record OutboxRow(UUID eventId, String topic, UUID orderId, String type, String payload) {

  /** The events of the order, in the order of their publication. */
  public static List<OutboxRow> of(UUID orderId, JdbcClient jdbc) {
    return jdbc.sql(
            """
            SELECT event_id, topic, order_id, type, payload FROM outbox
            WHERE order_id = ? ORDER BY id
            """)
        .param(orderId)
        .query(OutboxRow.class)
        .list();
  }
}
