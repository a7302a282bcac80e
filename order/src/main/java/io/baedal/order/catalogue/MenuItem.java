package io.baedal.order.catalogue;

import io.baedal.order.ordering.Item;
import io.baedal.order.ordering.Money;
import io.baedal.order.ordering.NumberRule;
import io.baedal.order.ordering.TextRule;

/**
 * A product on a menu.
 *
 * @param productName as orders name it, compared exactly
 * @param unitPrice at most that of an {@link Item}
 */
public record MenuItem(String productName, Money unitPrice, boolean soldOut) {

  public MenuItem {
    new TextRule(Item.NAME_LENGTH).check("productName", productName);
    new NumberRule(0, Item.MAX_UNIT_PRICE).check("unitPrice", unitPrice.amount());
  }
}
