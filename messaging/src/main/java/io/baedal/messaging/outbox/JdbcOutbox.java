package io.baedal.messaging.outbox;

import static org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.messaging.event.Event;
import io.baedal.messaging.event.EventType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** An {@link Outbox} in a table of the service's own database. */
public final class JdbcOutbox implements Outbox {

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;
  private final Runnable afterCommit;

  /**
   * @param afterCommit called after each commit of an urgent event, to wake the relay
   */
  public JdbcOutbox(JdbcClient jdbc, ObjectMapper json, Clock clock, Runnable afterCommit) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.afterCommit = afterCommit;
  }

  @Override
  public void publish(Event event) {
    if (!isActualTransactionActive()) {
      throw new IllegalTransactionStateException(
          "an event must be published in the transaction of the change it describes");
    }
    EventType type = EventType.of(event);
    String payload = write(event);
    jdbc.sql(
            """
            INSERT INTO outbox (event_id, topic, order_id, type, payload, occurred_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(
            EventId.of(type.wireName(), payload),
            type.topic(),
            event.key(),
            type.wireName(),
            payload,
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    if (type.isUrgent()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              afterCommit.run();
            }
          });
    }
  }

  private String write(Event event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          event.getClass().getSimpleName() + " " + event.key() + " cannot be written as JSON", e);
    }
  }
}
