package io.baedal.order.ordering;

import java.util.Currency;
import java.util.Optional;

/**
 * What an order costs.
 *
 * @param amount a whole number of the currency's minor unit: won for KRW, cents for USD
 */
public record Money(long amount, Currency currency) {

  /** Far above any order, and far below where sums overflow. */
  public static final NumberRule AMOUNT = new NumberRule(1, 1_000_000_000_000L);

  public Money {
    AMOUNT.check("amount", amount);
  }

  /** The currency with an ISO 4217 code; empty if there is none that things can be paid in. */
  public static Optional<Currency> currency(String code) {
    try {
      // gold, test codes and the like have no minor unit
      return Optional.of(Currency.getInstance(code))
          .filter(currency -> currency.getDefaultFractionDigits() >= 0);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
