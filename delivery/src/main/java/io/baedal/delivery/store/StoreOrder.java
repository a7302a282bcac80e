package io.baedal.delivery.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store is asked to prepare.
 *
 * @param number what people say on the phone for the order, if it has a number
 * @param deliveryAddress where it will go, if the store is told
 * @param note what the customer wrote, if anything
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

  /** Nothing of the customer, so that no log has it. */
  @Override
  public String toString() {
    return "StoreOrder[number=" + number + ", storeId=" + storeId + "]";
  }

  /**
   * One line of it.
   *
   * @param options how the customer wants it, in the customer's order
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
