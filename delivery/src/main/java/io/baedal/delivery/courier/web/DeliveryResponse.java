package io.baedal.delivery.courier.web;

import io.baedal.delivery.courier.Delivery;
import io.baedal.delivery.courier.DeliveryStatus;
import io.baedal.delivery.courier.Route;
import io.baedal.web.access.Scope;
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

  /** What the caller may know: note and phone number are for the courier who has taken it. */
  static DeliveryResponse of(Delivery delivery, Scope scope) {
    Route route = delivery.route();
    boolean own = isOwn(delivery, route, scope);
    return new DeliveryResponse(
        delivery.orderId(),
        route == null ? null : route.orderNumber(),
        route == null ? null : route.storeId(),
        route == null ? null : route.deliveryAddress(),
        route == null || !own ? null : route.note(),
        route == null || !own ? null : route.phone(),
        delivery.status(),
        delivery.courierId(),
        delivery.startedAt(),
        delivery.pickedUpAt(),
        delivery.completedAt(),
        delivery.cancelledAt());
  }

  /** Not if it is only offered to the courier. */
  private static boolean isOwn(Delivery delivery, @Nullable Route route, Scope scope) {
    return scope.all()
        || (scope.courierId() != null && scope.courierId().equals(delivery.courierId()))
        || (route != null && scope.storeId() != null && scope.storeId().equals(route.storeId()));
  }
}
