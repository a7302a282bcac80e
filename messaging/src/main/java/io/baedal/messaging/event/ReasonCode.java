package io.baedal.messaging.event;

/** Why an order ended without being delivered. */
public enum ReasonCode {
  PAYMENT_DECLINED,
  STORE_REJECTED,
  /** The store gave no answer before its deadline. */
  STORE_TIMEOUT,
  CUSTOMER_CANCELLED,
  OPERATOR_CANCELLED
}
