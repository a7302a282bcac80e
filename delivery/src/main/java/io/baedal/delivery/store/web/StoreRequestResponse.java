package io.baedal.delivery.store.web;

import io.baedal.delivery.store.StoreOrder;
import io.baedal.delivery.store.StoreRequest;
import io.baedal.delivery.store.StoreRequestStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The current state of a store request.
 *
 * @param rejectionReason the store's reason, if it rejected and gave one
 * @param notice only in the response to a rejection whose reason was truncated
 */
record StoreRequestResponse(
    UUID orderId,
    @Nullable Long orderNumber,
    @Nullable String storeId,
    List<Item> items,
    @Nullable String deliveryAddress,
    @Nullable String note,
    StoreRequestStatus status,
    @Nullable String rejectionReason,
    Instant requestedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant cancelledAt,
    @Nullable String notice) {

  /** One line of the order. */
  record Item(String productName, int quantity, List<String> options) {}

  static StoreRequestResponse of(StoreRequest request) {
    return of(request, null);
  }

  static StoreRequestResponse of(StoreRequest request, @Nullable String notice) {
    StoreOrder order = request.order();
    return new StoreRequestResponse(
        request.orderId(),
        order == null ? null : order.number(),
        order == null ? null : order.storeId(),
        order == null ? List.of() : items(order),
        order == null ? null : order.deliveryAddress(),
        order == null ? null : order.note(),
        request.status(),
        request.rejectionReason(),
        request.requestedAt(),
        request.answeredAt(),
        request.cancelledAt(),
        notice);
  }

  private static List<Item> items(StoreOrder order) {
    return order.items().stream()
        .map(item -> new Item(item.productName(), item.quantity(), item.options()))
        .toList();
  }
}
