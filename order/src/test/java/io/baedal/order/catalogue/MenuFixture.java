package io.baedal.order.catalogue;

import io.baedal.order.ordering.Money;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Menus for tests. */
public final class MenuFixture {

  public static String newStore() {
    return "store-" + UUID.randomUUID();
  }

  public static MenuItem item(String product, long price) {
    return new MenuItem(product, won(price), false);
  }

  public static MenuItem soldOut(String product, long price) {
    return new MenuItem(product, won(price), true);
  }

  public static Menu menu(MenuItem... items) {
    return new Menu(List.of(items));
  }

  private static Money won(long amount) {
    return new Money(amount, Currency.getInstance("KRW"));
  }

  private MenuFixture() {}
}
