package io.baedal.payment.charge;

import io.baedal.payment.provider.Money;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a payment; the same in each request for the payment of an order.
 *
 * @param method the customer's payment method
 * @param customerId who pays; null in requests of older versions of the process
 */
public record PaymentTerms(Money price, String method, @Nullable String customerId) {

  public PaymentTerms {
    if (method.trim().isEmpty()) {
      throw new IllegalArgumentException("blank payment method");
    }
  }

  /** Whether both are the terms of the same payment. */
  boolean agreeWith(PaymentTerms other) {
    return price.equals(other.price)
        && method.equals(other.method)
        && (customerId == null || other.customerId == null || customerId.equals(other.customerId));
  }
}
