package io.baedal.order.catalogue;

import io.baedal.order.catalogue.MenuMismatch.Difference;
import io.baedal.order.ordering.Item;
import io.baedal.order.ordering.Money;
import io.baedal.order.ordering.OrderRequest;
import io.baedal.order.ordering.Prices;
import io.baedal.order.ordering.RequestedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The prices of the store's menu. A price in a request must be the same. */
final class MenuPrices implements Prices {

  private final Menus menus;

  MenuPrices(Menus menus) {
    this.menus = menus;
  }

  /**
   * Reads the menu in one statement.
   *
   * @throws NoMenu if the store has no menu
   * @throws MenuMismatch with all differences
   */
  @Override
  public List<Item> of(OrderRequest request) {
    String store = request.storeId();
    Map<String, MenuItem> menu =
        menus.find(store, products(request)).orElseThrow(() -> new NoMenu(store));
    List<Item> items = new ArrayList<>();
    List<Difference> differences = new ArrayList<>();
    for (RequestedItem item : request.items()) {
      String place = "items[" + items.size() + "].";
      MenuItem offer = menu.get(item.productName());
      differences.addAll(differences(place, item, offer, request));
      items.add(item.at(offer == null ? 0 : offer.unitPrice().amount()));
    }
    if (items.stream().mapToLong(Item::price).sum() > Money.MAX_AMOUNT) {
      differences.add(
          new Difference("items", "must not cost more than " + Money.MAX_AMOUNT + " together"));
    }
    if (!differences.isEmpty()) {
      throw new MenuMismatch(store, differences);
    }
    return items;
  }

  private static Set<String> products(OrderRequest request) {
    return request.items().stream().map(RequestedItem::productName).collect(Collectors.toSet());
  }

  private static List<Difference> differences(
      String place, RequestedItem item, @Nullable MenuItem offer, OrderRequest request) {
    String product = item.productName();
    if (offer == null) {
      return List.of(new Difference(place + "productName", product + " is not on the menu"));
    }
    List<Difference> differences = new ArrayList<>();
    if (offer.soldOut()) {
      differences.add(new Difference(place + "productName", product + " is sold out"));
    }
    Money price = offer.unitPrice();
    String currency = request.currency().getCurrencyCode();
    Long sent = item.unitPrice();
    if (!price.currency().equals(request.currency()) || (sent != null && sent != price.amount())) {
      differences.add(
          new Difference(
              place + "unitPrice",
              "%s costs %d %s, not %s"
                  .formatted(
                      product,
                      price.amount(),
                      price.currency(),
                      sent == null ? currency : sent + " " + currency)));
    }
    return differences;
  }
}
