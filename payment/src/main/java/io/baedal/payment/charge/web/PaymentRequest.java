package io.baedal.payment.charge.web;

import io.baedal.payment.charge.PaymentTerms;
import io.baedal.payment.provider.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body of a request for payment.
 *
 * @param amount whole minor units of the currency
 * @param currency ISO 4217 code
 * @param paymentMethod what the customer pays with
 */
record PaymentRequest(
    @Schema(example = "18000")
        @Min(value = 1, message = AMOUNT)
        @Max(value = MOST, message = AMOUNT)
        long amount,
    @Schema(example = "KRW") @CurrencyCode String currency,
    @Schema(example = "approved")
        @NotBlank(message = METHOD)
        @Size(max = 200, message = METHOD)
        @Pattern(regexp = STORABLE, message = "must not contain NUL or half a character")
        String paymentMethod) {

  static final long MOST = 1_000_000_000_000L;
  private static final String AMOUNT = "must be a whole number from 1 to 1000000000000";
  private static final String METHOD = "must be text of 1 to 200 characters";

  /** What PostgreSQL can keep as text. */
  private static final String STORABLE = "[^\\x00\\p{Cs}]*";

  PaymentTerms toTerms() {
    return new PaymentTerms(new Money(amount, currency), paymentMethod);
  }
}
