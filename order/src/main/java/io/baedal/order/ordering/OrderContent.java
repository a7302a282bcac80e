package io.baedal.order.ordering;

import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer orders; never changes once placed.
 *
 * @param clientReference the customer's own name for the order, unique per customer
 * @param items 1 to {@value #MAX_ITEMS}, together within {@link Money#AMOUNT}
 */
public record OrderContent(
    @Nullable String clientReference,
    String customerId,
    String storeId,
    List<Item> items,
    Currency currency,
    String deliveryAddress,
    String paymentMethod) {

  public static final TextRule CLIENT_REFERENCE = new TextRule(64);
  public static final TextRule CUSTOMER_ID = new TextRule(64);
  public static final TextRule STORE_ID = new TextRule(64);
  public static final TextRule DELIVERY_ADDRESS = new TextRule(500);
  public static final TextRule PAYMENT_METHOD = new TextRule(64);
  public static final int MAX_ITEMS = 100;

  public OrderContent {
    if (clientReference != null) {
      CLIENT_REFERENCE.check("clientReference", clientReference);
    }
    CUSTOMER_ID.check("customerId", customerId);
    STORE_ID.check("storeId", storeId);
    DELIVERY_ADDRESS.check("deliveryAddress", deliveryAddress);
    PAYMENT_METHOD.check("paymentMethod", paymentMethod);
    items = List.copyOf(items);
    if (items.isEmpty() || items.size() > MAX_ITEMS) {
      throw new IllegalArgumentException("an order has 1 to " + MAX_ITEMS + " items");
    }
    Money.AMOUNT.check("amount", sum(items));
  }

  /** The sum of all items. */
  public Money total() {
    return new Money(sum(items), currency);
  }

  private static long sum(List<Item> items) {
    return items.stream().mapToLong(Item::price).reduce(0, Math::addExact);
  }
}
