package io.baedal.delivery.store.web;

import io.baedal.delivery.store.StoreOrder;
import io.baedal.delivery.store.StoreRequest;
import io.baedal.delivery.store.StoreRequestStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A store request as it stands.
 *
 * @param rejectionReason the store's own words, if it rejected
 */
record StoreRequestResponse(
    UUID orderId,
    @Nullable String storeId,
    List<Item> items,
    @Nullable String deliveryAddress,
    StoreRequestStatus status,
    @Nullable String rejectionReason,
    Instant requestedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant cancelledAt) {

  /** One line of the order. */
  record Item(String productName, int quantity) {}

  static StoreRequestResponse of(StoreRequest request) {
    StoreOrder order = request.order();
    return new StoreRequestResponse(
        request.orderId(),
        order == null ? null : order.storeId(),
        order == null ? List.of() : items(order),
        order == null ? null : order.deliveryAddress(),
        request.status(),
        request.rejectionReason(),
        request.requestedAt(),
        request.answeredAt(),
        request.cancelledAt());
  }

  private static List<Item> items(StoreOrder order) {
    return order.items().stream()
        .map(item -> new Item(item.productName(), item.quantity()))
        .toList();
  }
}
