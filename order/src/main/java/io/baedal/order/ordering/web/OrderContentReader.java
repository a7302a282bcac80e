package io.baedal.order.ordering.web;

import io.baedal.order.OrderProperties;
import io.baedal.order.OrderProperties.Defaults;
import io.baedal.order.ordering.Item;
import io.baedal.order.ordering.Money;
import io.baedal.order.ordering.OrderContent;
import io.baedal.order.ordering.TextRule;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the body of {@code POST /orders}, in its long and its short form. */
@Component
final class OrderContentReader {

  private static final Currency WON = Currency.getInstance("KRW");
  private static final TextRule CURRENCY_CODE = new TextRule(3);
  private static final List<String> SHORT_FORM = List.of("productName", "quantity", "unitPrice");

  private final Defaults defaults;

  OrderContentReader(OrderProperties properties) {
    this.defaults = properties.defaults();
  }

  /**
   * What the customer orders.
   *
   * @throws InvalidRequest with all that is wrong with the body, and what {@code errors} held
   */
  OrderContent read(JsonBody body, FieldErrors errors) {
    FieldReader fields = body.fields(errors);
    String reference = fields.optionalReference("orderId", OrderContent.CLIENT_REFERENCE);
    String customer = fields.text("customerId", OrderContent.CUSTOMER_ID, defaults.customerId());
    String store = fields.text("storeId", OrderContent.STORE_ID, defaults.storeId());
    List<Line> lines = lines(fields);
    Currency currency = currency(fields);
    String address =
        fields.text("deliveryAddress", OrderContent.DELIVERY_ADDRESS, defaults.deliveryAddress());
    String payment =
        fields.text("paymentMethod", OrderContent.PAYMENT_METHOD, defaults.paymentMethod());
    fields.rejectUnknown();
    errors.throwIfAny();
    List<Item> items = lines.stream().map(Line::toItem).toList();
    return new OrderContent(reference, customer, store, items, currency, address, payment);
  }

  private List<Line> lines(FieldReader fields) {
    List<String> ofShortForm = SHORT_FORM.stream().filter(fields::has).toList();
    if (!fields.has("items") && !ofShortForm.isEmpty()) {
      return List.of(line(fields));
    }
    ofShortForm.forEach(name -> fields.fault(name, "must not be given together with items"));
    List<Line> lines = new ArrayList<>();
    for (FieldReader item : fields.objects("items", OrderContent.MAX_ITEMS)) {
      lines.add(line(item));
      item.rejectUnknown();
    }
    // no overflow: each of at most 100 lines is within its own limits
    if (lines.stream().mapToLong(Line::price).sum() > Money.AMOUNT.max()) {
      fields.fault("items", "must not cost more than " + Money.AMOUNT.max() + " together");
    }
    return lines;
  }

  private Line line(FieldReader fields) {
    return new Line(
        fields.text("productName", Item.PRODUCT_NAME, null),
        fields.wholeNumber("quantity", Item.QUANTITY, defaults.quantity()),
        fields.wholeNumber("unitPrice", Item.UNIT_PRICE, defaults.unitPrice()));
  }

  private static Currency currency(FieldReader fields) {
    String code = fields.optionalText("currency", CURRENCY_CODE);
    if (code == null) {
      return WON;
    }
    return Money.currency(code)
        .orElseGet(
            () -> {
              fields.fault("currency", "must be the ISO 4217 code of a currency, such as KRW");
              return WON;
            });
  }

  /** An item whose texts and numbers may be placeholders. */
  private record Line(String productName, long quantity, long unitPrice) {
    long price() {
      return quantity * unitPrice;
    }

    Item toItem() {
      return new Item(productName, (int) quantity, unitPrice);
    }
  }
}
