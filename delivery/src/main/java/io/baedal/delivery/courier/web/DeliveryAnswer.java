package io.baedal.delivery.courier.web;

import io.baedal.delivery.courier.Delivery;
import io.baedal.delivery.courier.DeliveryStatus;
import java.util.UUID;

/** The status of a delivery, for the process that requested it. */
record DeliveryAnswer(UUID orderId, DeliveryStatus status) {

  static DeliveryAnswer of(Delivery delivery) {
    return new DeliveryAnswer(delivery.orderId(), delivery.status());
  }
}
