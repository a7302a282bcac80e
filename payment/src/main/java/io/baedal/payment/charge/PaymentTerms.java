package io.baedal.payment.charge;

import io.baedal.payment.provider.Money;

/**
 * What was requested; must be the same in each request for the payment of an order.
 *
 * @param method what the customer pays with
 */
public record PaymentTerms(Money price, String method) {

  public PaymentTerms {
    if (method.trim().isEmpty()) {
      throw new IllegalArgumentException("blank payment method");
    }
  }
}
