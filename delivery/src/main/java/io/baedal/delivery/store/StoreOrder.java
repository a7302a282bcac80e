package io.baedal.delivery.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store is asked to prepare.
 *
 * @param deliveryAddress where it will go, if the store is told
 */
public record StoreOrder(String storeId, List<Item> items, @Nullable String deliveryAddress) {

  public StoreOrder {
    if (storeId.trim().isEmpty() || items.isEmpty()) {
      throw new IllegalArgumentException("an order needs a store and items");
    }
    items = List.copyOf(items);
  }

  /** One line of it. */
  public record Item(String productName, int quantity) {

    public Item {
      if (productName.trim().isEmpty() || quantity < 1) {
        throw new IllegalArgumentException("an item needs a product and a quantity");
      }
    }
  }
}
