package io.baedal.orchestrator.operations.reconciliation;

/** The kinds of disagreement on an order, which {@link Rules} defines. */
public enum Kind {
  /** Money is held, or may be, for an order that neither runs nor was delivered. */
  PAYMENT_WITHOUT_ORDER,
  /** The order was cancelled or rejected, and its money was not refunded. */
  NOT_REFUNDED,
  /** The order was delivered, and the amount that was paid is not its price. */
  DELIVERED_UNPAID,
  /** The store request does not fit the end of the order, or the order is unknown. */
  STORE_REQUEST_OPEN,
  /** The delivery does not fit the end of the order, or the order is unknown. */
  DELIVERY_OPEN,
  /** The order was placed, and no process was started for it. */
  ORDER_NOT_STARTED,
  /** The order has not ended, and it has no process. */
  PROCESS_MISSING,
  /** The order service and the orchestrator do not agree on how, or whether, the order ended. */
  END_DIFFERS,
  /** The store or courier has answered, but the process still waits for that event. */
  EVENT_LOST,
  /** A customer's request to cancel has no answer. */
  CANCELLATION_UNANSWERED,
  /** The order service and the order view do not agree on the outcome of a request to cancel. */
  CANCELLATION_DIFFERS,
  /** An operator cancelled without the orchestrator's API, so that no act is recorded. */
  ACT_NOT_RECORDED,
  /** The order view lags, shows something else, or does not know the order. */
  VIEW_DIFFERS
}
