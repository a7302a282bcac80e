package io.baedal.order.ordering;

/**
 * One line of an order.
 *
 * @param unitPrice in whole minor units of the order's currency
 */
public record Item(String productName, int quantity, long unitPrice) {

  public static final TextRule PRODUCT_NAME = new TextRule(200);
  public static final NumberRule QUANTITY = new NumberRule(1, 999);
  public static final NumberRule UNIT_PRICE = new NumberRule(1, 1_000_000_000);

  public Item {
    PRODUCT_NAME.check("productName", productName);
    QUANTITY.check("quantity", quantity);
    UNIT_PRICE.check("unitPrice", unitPrice);
  }

  long price() {
    return Math.multiplyExact(quantity, unitPrice);
  }
}
