package io.baedal.order.ordering;

import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A request for an order, as the customer sent it, with defaults for absent fields. Its other
 * fields and their rules are those of {@link OrderContent}.
 *
 * @param items may leave their prices to the menu
 */
public record OrderRequest(
    @Nullable String clientReference,
    String customerId,
    String storeId,
    List<RequestedItem> items,
    Currency currency,
    String deliveryAddress,
    String paymentMethod,
    @Nullable String note,
    @Nullable String phone) {

  public OrderRequest {
    items = List.copyOf(items);
  }

  /** The content of an order with these prices, one for each item. */
  OrderContent with(List<Item> priced) {
    return new OrderContent(
        clientReference,
        customerId,
        storeId,
        priced,
        currency,
        deliveryAddress,
        paymentMethod,
        note,
        phone);
  }

  /** Whether it could have placed an order with this content: an absent price fits any price. */
  boolean fits(OrderContent content) {
    List<Item> placed = content.items();
    return items.size() == placed.size()
        && IntStream.range(0, items.size()).allMatch(i -> items.get(i).fits(placed.get(i)))
        && with(placed).equals(content);
  }
}
