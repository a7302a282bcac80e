package io.baedal.delivery.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order that a store is asked to prepare.
 *
 * @param number the short number of the order, if it has one
 * @param deliveryAddress the delivery address, if the store receives it
 * @param note the customer's note, if any
 */
public record StoreOrder(
    @Nullable Long number,
    String storeId,
    List<Item> items,
    @Nullable String deliveryAddress,
    @Nullable String note) {

  public StoreOrder {
    if (storeId.trim().isEmpty() || items.isEmpty()) {
      throw new IllegalArgumentException("an order needs a store and items");
    }
    items = List.copyOf(items);
  }

  /** Omits customer data, so that it is not logged. */
  @Override
  public String toString() {
    return "StoreOrder[number=" + number + ", storeId=" + storeId + "]";
  }

  /**
   * One line of the order.
   *
   * @param options the customer's choices, in sequence
   */
  public record Item(String productName, int quantity, List<String> options) {

    public Item {
      if (productName.trim().isEmpty() || quantity < 1) {
        throw new IllegalArgumentException("an item needs a product and a quantity");
      }
      options = List.copyOf(options);
    }
  }
}
