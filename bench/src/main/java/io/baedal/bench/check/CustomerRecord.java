package io.baedal.bench.check;

/**
 * The answers to a customer about an order.
 *
 * @param amount what the customer owes, in minor units
 * @param cancel the answer to the customer's cancel
 */
public record CustomerRecord(String orderId, long amount, Cancel cancel) {

  /** Answers to a cancel. */
  public enum Cancel {
    /** The customer did not cancel, or got no answer. */
    NONE,
    /** The request was accepted; its outcome comes later. */
    ACCEPTED,
    /** The order had ended already. */
    TOO_LATE
  }
}
