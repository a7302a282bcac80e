package io.baedal.order.catalogue;

import java.util.List;

/**
 * What a store offers.
 *
 * @param items up to {@value #MAX_ITEMS}, each product once, in the store's order
 */
public record Menu(List<MenuItem> items) {

  public static final int MAX_ITEMS = 500;

  public Menu {
    items = List.copyOf(items);
    if (items.size() > MAX_ITEMS) {
      throw new IllegalArgumentException("a menu has at most " + MAX_ITEMS + " items");
    }
    if (items.stream().map(MenuItem::productName).distinct().count() < items.size()) {
      throw new IllegalArgumentException("a menu has each product once");
    }
  }
}
