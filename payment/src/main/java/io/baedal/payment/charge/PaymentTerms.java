package io.baedal.payment.charge;

import io.baedal.payment.provider.Money;

/**
 * What was asked for: the same each time an order's payment is requested.
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
