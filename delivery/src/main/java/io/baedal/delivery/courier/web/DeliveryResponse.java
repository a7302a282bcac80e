package io.baedal.delivery.courier.web;

import io.baedal.delivery.courier.Delivery;
import io.baedal.delivery.courier.DeliveryStatus;
import io.baedal.delivery.courier.Route;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current state of a delivery. */
record DeliveryResponse(
    UUID orderId,
    @Nullable Long orderNumber,
    @Nullable String storeId,
    @Nullable String deliveryAddress,
    @Nullable String note,
    @Nullable String phone,
    DeliveryStatus status,
    @Nullable String courierId,
    Instant startedAt,
    @Nullable Instant pickedUpAt,
    @Nullable Instant completedAt,
    @Nullable Instant cancelledAt) {

  static DeliveryResponse of(Delivery delivery) {
    Route route = delivery.route();
    return new DeliveryResponse(
        delivery.orderId(),
        route == null ? null : route.orderNumber(),
        route == null ? null : route.storeId(),
        route == null ? null : route.deliveryAddress(),
        route == null ? null : route.note(),
        route == null ? null : route.phone(),
        delivery.status(),
        delivery.courierId(),
        delivery.startedAt(),
        delivery.pickedUpAt(),
        delivery.completedAt(),
        delivery.cancelledAt());
  }
}
