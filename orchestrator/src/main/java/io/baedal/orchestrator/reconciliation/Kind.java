package io.baedal.orchestrator.reconciliation;

/** The ways in which the services can disagree on an order. {@link Rules} says when each holds. */
public enum Kind {
  /** Money is held, or may be, for an order that neither runs nor was delivered. */
  PAYMENT_WITHOUT_ORDER,
  /** The order was cancelled or rejected, and its money is not back. */
  NOT_REFUNDED,
  /** The order was delivered, and what was paid for it is not its price. */
  DELIVERED_UNPAID,
  /** A store prepares, or is asked to prepare, an order that has ended or that nobody knows. */
  STORE_REQUEST_OPEN,
  /** A courier's part does not fit the end of the order, or nobody knows the order. */
  DELIVERY_OPEN,
  /** The order was placed and no process was ever started for it. */
  ORDER_NOT_STARTED,
  /** The order has not ended and its process is gone. */
  PROCESS_MISSING,
  /** The order service and the orchestrator do not agree on how, or whether, the order ended. */
  END_DIFFERS,
  /** Store or courier have said what the process still waits for. */
  EVENT_LOST,
  /** A customer's request to cancel has had no answer. */
  CANCELLATION_UNANSWERED,
  /** The order service and the order view do not agree on what became of a request to cancel. */
  CANCELLATION_DIFFERS,
  /** An operator cancelled the order past the orchestrator's API: nobody knows who, and why. */
  ACT_NOT_RECORDED,
  /** The order view is behind, shows something else, or does not know the order. */
  VIEW_DIFFERS
}
