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

  /**
   * What the caller may know: note and phone number are for the courier who has taken it, and the
   * address for all to whom it is offered, until it has ended.
   */
  static DeliveryResponse of(Delivery delivery, Scope scope) {
    Route route = delivery.route();
    boolean always = scope.all() || isOfStore(route, scope);
    boolean underWay = delivery.completedAt() == null && delivery.cancelledAt() == null;
    boolean taken = scope.courierId() != null && scope.courierId().equals(delivery.courierId());
    return new DeliveryResponse(
        delivery.orderId(),
        route == null ? null : route.orderNumber(),
        route == null ? null : route.storeId(),
        route == null || !(always || underWay) ? null : route.deliveryAddress(),
        route == null || !(always || (underWay && taken)) ? null : route.note(),
        route == null || !(always || (underWay && taken)) ? null : route.phone(),
        delivery.status(),
        delivery.courierId(),
        delivery.startedAt(),
        delivery.pickedUpAt(),
        delivery.completedAt(),
        delivery.cancelledAt());
  }

  private static boolean isOfStore(@Nullable Route route, Scope scope) {
    return route != null && scope.storeId() != null && scope.storeId().equals(route.storeId());
  }
}
