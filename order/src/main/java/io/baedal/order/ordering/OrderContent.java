package io.baedal.order.ordering;

import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of an order, which never changes.
 *
 * @param clientReference the customer's own reference for the order, unique per customer
 * @param note the customer's note to the store and the courier
 * @param phone the customer's phone number, for the courier
 * @param items 1 to {@value #MAX_ITEMS}, together within {@link Money#AMOUNT}
 */
public record OrderContent(
    @Nullable String clientReference,
    String customerId,
    String storeId,
    List<Item> items,
    Currency currency,
    String deliveryAddress,
    String paymentMethod,
    @Nullable String note,
    @Nullable String phone) {

  /** The maximum length of customer id, store id, payment method and client reference. */
  public static final int NAME_LENGTH = 64;

  public static final int ADDRESS_LENGTH = 500;
  public static final int NOTE_LENGTH = 500;
  public static final int PHONE_LENGTH = 32;
  public static final int MAX_ITEMS = 100;

  private static final TextRule NAME = new TextRule(NAME_LENGTH);

  public OrderContent {
    if (clientReference != null) {
      NAME.check("clientReference", clientReference);
    }
    NAME.check("customerId", customerId);
    NAME.check("storeId", storeId);
    new TextRule(ADDRESS_LENGTH).check("deliveryAddress", deliveryAddress);
    NAME.check("paymentMethod", paymentMethod);
    if (note != null) {
      new TextRule(NOTE_LENGTH).check("note", note);
    }
    if (phone != null) {
      new TextRule(PHONE_LENGTH).check("phone", phone);
    }
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
