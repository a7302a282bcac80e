package io.baedal.payment.charge;

import io.baedal.payment.provider.Money;

/**
 * The terms of a payment; the same in each request for the payment of an order.
 *
 * @param method the customer's payment method
 */
public record PaymentTerms(Money price, String method) {

  public PaymentTerms {
    if (method.trim().isEmpty()) {
      throw new IllegalArgumentException("blank payment method");
    }
  }
}
