package io.baedal.messaging.inbox;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores the ids of the events whose effect is committed. */
public class Inbox {

  private final JdbcClient jdbc;

  public Inbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records an event in the transaction of its effect. If two transactions record the same event,
   * one waits for the other.
   *
   * @return false if its effect is already committed
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean firstTime(UUID eventId) {
    return jdbc.sql("INSERT INTO inbox (event_id) VALUES (?) ON CONFLICT DO NOTHING")
            .param(eventId)
            .update()
        == 1;
  }
}
