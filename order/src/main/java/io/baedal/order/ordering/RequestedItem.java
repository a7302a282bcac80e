package io.baedal.order.ordering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a request for an order. The rules are those of {@link Item}.
 *
 * @param unitPrice null if the request leaves the price to the menu
 */
public record RequestedItem(
    String productName, int quantity, @Nullable Long unitPrice, List<String> options) {

  public RequestedItem {
    options = new Item(productName, quantity, unitPrice == null ? 0 : unitPrice, options).options();
  }

  /** The line of an order with this price. */
  public Item at(long price) {
    return new Item(productName, quantity, price, options);
  }

  boolean fits(Item item) {
    return at(unitPrice == null ? item.unitPrice() : unitPrice).equals(item);
  }
}
