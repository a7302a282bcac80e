package io.baedal.order.ordering.web;

import io.baedal.order.OrderProperties;
import io.baedal.order.OrderProperties.Defaults;
import io.baedal.order.ordering.Money;
import io.baedal.order.ordering.OrderRequest;
import io.baedal.order.ordering.RequestedItem;
import io.baedal.web.access.CallerScope;
import io.baedal.web.problem.BadFields;
import io.baedal.web.request.RecordCheck;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applies the defaults to a new order, and requires the fields without a default. */
@Component
class NewOrderCheck implements RecordCheck<NewOrder> {

  private static final String WON = "KRW";

  private final Defaults defaults;
  private final boolean pricesByMenu;
  private final CallerScope scope;

  NewOrderCheck(OrderProperties properties, CallerScope scope) {
    this.defaults = properties.defaults();
    this.pricesByMenu = properties.catalogue().enabled();
    this.scope = scope;
  }

  @Override
  public Class<NewOrder> type() {
    return NewOrder.class;
  }

  @Override
  public void check(NewOrder order, BadFields faults) {
    checkCustomer(order.customerId(), faults);
    required("storeId", order.storeId(), defaults.storeId(), faults);
    required("deliveryAddress", order.deliveryAddress(), defaults.deliveryAddress(), faults);
    required("paymentMethod", order.paymentMethod(), defaults.paymentMethod(), faults);
    List<NewOrder.NewItem> items = order.items();
    Map<String, Object> shortForm = shortForm(order);
    if (items == null && !faults.names("items")) {
      checkShortForm(shortForm, order, faults);
    } else if (items != null) {
      shortForm.keySet().forEach(name -> faults.add(name, "must not be given together with items"));
      for (int i = 0; i < items.size(); i++) {
        String item = "items[" + i + "].";
        required(item + "quantity", items.get(i).quantity(), defaults.quantity(), faults);
        checkPrice(item + "unitPrice", items.get(i).unitPrice(), faults);
      }
      checkSum(items, faults);
    }
  }

  /** The request for an order, from a body that has been checked. */
  OrderRequest request(NewOrder order) {
    List<NewOrder.NewItem> items =
        order.items() != null
            ? order.items()
            : List.of(
                new NewOrder.NewItem(
                    Objects.requireNonNull(order.productName()),
                    order.quantity(),
                    order.unitPrice(),
                    order.options()));
    return new OrderRequest(
        order.orderId() == null ? null : order.orderId().value(),
        or(order.customerId(), customerByDefault()),
        or(order.storeId(), defaults.storeId()),
        items.stream().map(this::item).toList(),
        Currency.getInstance(order.currency() == null ? WON : order.currency()),
        or(order.deliveryAddress(), defaults.deliveryAddress()),
        or(order.paymentMethod(), defaults.paymentMethod()),
        order.note(),
        order.phone());
  }

  private @Nullable String customerByDefault() {
    String own = scope.get().customerId();
    return own == null ? defaults.customerId() : own;
  }

  private RequestedItem item(NewOrder.NewItem item) {
    return new RequestedItem(
        item.productName(),
        or(item.quantity(), defaults.quantity()),
        item.unitPrice(),
        item.options() == null ? List.of() : item.options());
  }

  /** Customers order for themselves; others must say for whom. */
  private void checkCustomer(@Nullable String given, BadFields faults) {
    String own = scope.get().customerId();
    if (own != null && given != null && !given.equals(own)) {
      faults.add("customerId", "must be your own");
    } else if (own == null) {
      required("customerId", given, defaults.customerId(), faults);
    }
  }

  private void checkShortForm(Map<String, Object> shortForm, NewOrder order, BadFields faults) {
    if (shortForm.isEmpty() && !faults.names("productName")) {
      faults.add("items", "is missing");
      return;
    }
    required("productName", order.productName(), null, faults);
    required("quantity", order.quantity(), defaults.quantity(), faults);
    checkPrice("unitPrice", order.unitPrice(), faults);
  }

  private static Map<String, Object> shortForm(NewOrder order) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("productName", order.productName());
    fields.put("quantity", order.quantity());
    fields.put("unitPrice", order.unitPrice());
    fields.put("options", order.options());
    fields.values().removeIf(Objects::isNull);
    return Map.copyOf(fields);
  }

  private void checkPrice(String name, @Nullable Long given, BadFields faults) {
    if (!pricesByMenu) {
      required(name, given, null, faults);
    }
  }

  /**
   * Checks the sum of the prices in the request; it cannot overflow, since each of at most 100
   * lines is within its limits. With the menu's prices it is checked when the order is placed.
   */
  private void checkSum(List<NewOrder.NewItem> items, BadFields faults) {
    if (!faults.names("items")
        && items.stream()
                .map(this::item)
                .mapToLong(item -> item.unitPrice() == null ? 0 : item.at(item.unitPrice()).price())
                .sum()
            > Money.MAX_AMOUNT) {
      faults.add("items", "must not cost more than " + Money.MAX_AMOUNT + " together");
    }
  }

  private static void required(
      String name, @Nullable Object given, @Nullable Object byDefault, BadFields faults) {
    if (given == null && byDefault == null && !faults.names(name)) {
      faults.add(name, "is missing");
    }
  }

  private static <T> T or(@Nullable T given, @Nullable T byDefault) {
    return Objects.requireNonNull(given == null ? byDefault : given);
  }
}
