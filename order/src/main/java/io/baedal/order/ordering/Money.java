package io.baedal.order.ordering;

import java.util.Currency;

/**
 * What an order costs.
 *
 * @param amount a whole number of the currency's minor unit: won for KRW, cents for USD; 0 if free
 */
public record Money(long amount, Currency currency) {

  /** Far above any order, and far below the overflow of a sum. */
  public static final long MAX_AMOUNT = 1_000_000_000_000L;

  static final NumberRule AMOUNT = new NumberRule(0, MAX_AMOUNT);

  public Money {
    AMOUNT.check("amount", amount);
  }
}
