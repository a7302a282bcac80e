package io.baedal.payment.charge;

import java.util.UUID;

/** The payment of the order was already requested with another amount, currency or method. */
public class PaymentMismatch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PaymentMismatch(UUID orderId) {
    super("payment of order " + orderId + " was requested with other terms");
  }
}
