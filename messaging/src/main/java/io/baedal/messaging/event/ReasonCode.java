package io.baedal.messaging.event;

/** Why an order ended without being delivered. */
public enum ReasonCode {
  PAYMENT_DECLINED,
  STORE_REJECTED,
  /** The store did not answer before the deadline. */
  STORE_TIMEOUT,
  CUSTOMER_CANCELLED,
  OPERATOR_CANCELLED
}
