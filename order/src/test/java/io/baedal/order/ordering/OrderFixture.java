package io.baedal.order.ordering;

import io.baedal.messaging.event.OrderCancellationRefused;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders for tests. */
public final class OrderFixture {

  public static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123456Z");

  public static final long NUMBER = 13;

  public static OrderContent content(String customerId, @Nullable String reference) {
    return new OrderContent(
        reference,
        customerId,
        "store-1",
        List.of(new Item("APPLE", 2, 12_000), new Item("사과", 1, 500)),
        Currency.getInstance("KRW"),
        "Seoul, Songpa-gu",
        "CARD",
        null,
        null);
  }

  public static OrderContent content() {
    return content("customer-" + UUID.randomUUID(), null);
  }

  /** A request for {@link #content(String, String)} with all its prices. */
  public static OrderRequest request(String customerId, @Nullable String reference) {
    return request(content(customerId, reference));
  }

  public static OrderRequest request() {
    return request(content());
  }

  /** A request with all prices. */
  static OrderRequest request(OrderContent content) {
    return new OrderRequest(
        content.clientReference(),
        content.customerId(),
        content.storeId(),
        content.items().stream()
            .map(i -> new RequestedItem(i.productName(), i.quantity(), i.unitPrice(), i.options()))
            .toList(),
        content.currency(),
        content.deliveryAddress(),
        content.paymentMethod(),
        content.note(),
        content.phone());
  }

  public static OrderId newId() {
    return new OrderId(UUID.randomUUID());
  }

  public static Order placed(OrderContent content, Instant at) {
    return placed(newId(), content, at);
  }

  public static Order placed(OrderId id, OrderContent content, Instant at) {
    return Order.placed(id, content, at).numbered(NUMBER);
  }

  public static Order placed() {
    return placed(content(), NOON);
  }

  /** An order that reached {@code status} by allowed transitions. */
  public static Order in(CustomerStatus status) {
    Order placed = placed();
    return switch (status) {
      case PLACED -> placed;
      case CANCELLATION_REQUESTED -> placed.requestCancellation("too late", NOON);
      case DELIVERED -> placed.close(OrderOutcome.DELIVERED, null, null, NOON);
      case CANCELLED -> placed.close(OrderOutcome.CANCELLED, null, null, NOON);
      case REJECTED -> placed.close(OrderOutcome.REJECTED, null, null, NOON);
    };
  }

  public static Order refused() {
    return in(CustomerStatus.CANCELLATION_REQUESTED)
        .refuseCancellation(OrderCancellationRefused.Reason.PICKED_UP);
  }

  public static Overloaded overloaded() {
    return new Overloaded(7);
  }

  private OrderFixture() {}
}
