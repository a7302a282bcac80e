package io.baedal.order.ordering;

import java.util.List;

/**
 * One line of an order.
 *
 * @param unitPrice in whole minor units of the order's currency; 0 if free
 * @param options choices for the product, such as "no onions"
 */
public record Item(String productName, int quantity, long unitPrice, List<String> options) {

  public static final int NAME_LENGTH = 200;
  public static final int MAX_QUANTITY = 999;
  public static final long MAX_UNIT_PRICE = 1_000_000_000;
  public static final int MAX_OPTIONS = 20;
  public static final int OPTION_LENGTH = 100;

  private static final TextRule OPTION = new TextRule(OPTION_LENGTH);

  public Item {
    new TextRule(NAME_LENGTH).check("productName", productName);
    new NumberRule(1, MAX_QUANTITY).check("quantity", quantity);
    new NumberRule(0, MAX_UNIT_PRICE).check("unitPrice", unitPrice);
    options = List.copyOf(options);
    new NumberRule(0, MAX_OPTIONS).check("options", options.size());
    options.forEach(option -> OPTION.check("options", option));
  }

  /** A line without options. */
  public Item(String productName, int quantity, long unitPrice) {
    this(productName, quantity, unitPrice, List.of());
  }

  /** The price of the quantity. */
  public long price() {
    return Math.multiplyExact(quantity, unitPrice);
  }
}
