package io.baedal.messaging.outbox;

import io.baedal.messaging.event.DomainEvent;

/** Stores the events of a change, in the transaction of that change. */
public interface Outbox {

  /**
   * Publishes {@code event} if and when the running transaction commits, at least once, after all
   * events of the same order that were published before. Hold the order's row lock when calling:
   * otherwise two transactions of one order can commit in a different sequence than they published.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  void publish(DomainEvent event);
}
