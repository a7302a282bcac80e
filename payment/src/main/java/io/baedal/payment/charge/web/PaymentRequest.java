package io.baedal.payment.charge.web;

import io.baedal.payment.charge.PaymentTerms;
import io.baedal.payment.provider.Money;
import io.baedal.web.request.CurrencyCode;
import io.baedal.web.request.Name;
import io.baedal.web.request.Text;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request for payment.
 *
 * @param amount whole minor units of the currency; 0 for a free order
 * @param currency ISO 4217 code
 * @param paymentMethod the customer's payment method
 * @param customerId who pays; optional
 */
record PaymentRequest(
    @Schema(example = "18000") @WholeNumber(min = 0, max = MAX_AMOUNT) Long amount,
    @Schema(example = "KRW") @CurrencyCode String currency,
    @Schema(example = "approved") @Text(max = 200) String paymentMethod,
    @Schema(example = "customer-1") @Name(max = 200) @Nullable String customerId) {

  private static final long MAX_AMOUNT = 1_000_000_000_000L;

  PaymentTerms toTerms() {
    return new PaymentTerms(new Money(amount, currency), paymentMethod, customerId);
  }
}
