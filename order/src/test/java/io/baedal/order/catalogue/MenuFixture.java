package io.baedal.order.catalogue;

import io.baedal.order.ordering.Money;
import io.baedal.order.ordering.OrderRequest;
import io.baedal.order.ordering.RequestedItem;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Menus, and requests for what is on them. */
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

  /** One of a product, at the price of the menu if {@code price} is null. */
  static RequestedItem one(String product, @Nullable Long price) {
    return new RequestedItem(product, 1, price, List.of());
  }

  static OrderRequest request(
      String store, String customer, @Nullable String reference, RequestedItem... items) {
    return new OrderRequest(
        reference,
        customer,
        store,
        List.of(items),
        Currency.getInstance("KRW"),
        "Seoul",
        "CARD",
        null,
        null);
  }

  private MenuFixture() {}
}
