package io.baedal.order.ordering;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.OrderPlaced;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of an order. A republished event is identical to the first one. */
final class OrderEvents {

  static OrderPlaced placed(Order order) {
    OrderContent content = order.content();
    return new OrderPlaced(
        order.id().value(),
        content.clientReference(),
        content.customerId(),
        content.storeId(),
        content.items().stream()
            .map(
                i ->
                    new OrderPlaced.Item(i.productName(), i.quantity(), i.unitPrice(), i.options()))
            .toList(),
        content.total().amount(),
        content.currency().getCurrencyCode(),
        content.deliveryAddress(),
        content.paymentMethod(),
        order.placedAt(),
        order.number(),
        content.note(),
        content.phone());
  }

  static OrderCancellationRequested cancellationRequested(Order order, Cancellation request) {
    return new OrderCancellationRequested(
        order.id().value(), request.comment(), request.requestedAt());
  }

  /** All events of an order, in the order in which they happened. */
  static List<DomainEvent> all(Order order) {
    @Nullable Cancellation request = order.cancellation();
    return request == null
        ? List.of(placed(order))
        : List.of(placed(order), cancellationRequested(order, request));
  }

  private OrderEvents() {}
}
