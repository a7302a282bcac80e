package io.baedal.messaging.outbox;

import io.baedal.messaging.event.Event;

/** Stores the events of a change, in the transaction of that change. */
public interface Outbox {

  /**
   * Publishes {@code event} if and when the running transaction commits, at least once, after all
   * events with the same key that were published before. Hold the row lock of the order, or the
   * lock of the audit log, when calling: otherwise two transactions with one key can commit in a
   * different sequence than they published.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  void publish(Event event);
}
