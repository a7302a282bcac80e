package io.baedal.order.ordering;

import java.util.Currency;

/**
 * The price of an order, an item or a product.
 *
 * @param amount a whole number of the currency's minor unit: won for KRW, cents for USD; 0 if free
 */
public record Money(long amount, Currency currency) {

  /** Higher than the price of any order, and low enough that a sum cannot overflow. */
  public static final long MAX_AMOUNT = 1_000_000_000_000L;

  static final NumberRule AMOUNT = new NumberRule(0, MAX_AMOUNT);

  public Money {
    AMOUNT.check("amount", amount);
  }
}
