package io.baedal.payment.provider;

import java.util.regex.Pattern;

/**
 * A sum of money.
 *
 * @param amount whole minor units of the currency, at least 0
 * @param currency ISO 4217 code
 */
public record Money(long amount, String currency) {

  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  public Money {
    if (amount < 0) {
      throw new IllegalArgumentException("not a sum of money: " + amount);
    }
    if (!CODE.matcher(currency).matches()) {
      throw new IllegalArgumentException("not a currency: " + currency);
    }
  }

  /** Whether there is nothing to charge or refund. */
  public boolean isZero() {
    return amount == 0;
  }
}
