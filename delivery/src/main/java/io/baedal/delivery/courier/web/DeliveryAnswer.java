package io.baedal.delivery.courier.web;

import io.baedal.delivery.courier.Delivery;
import io.baedal.delivery.courier.DeliveryStatus;
import java.util.UUID;

/** How a delivery stands, for the process that asked. */
record DeliveryAnswer(UUID orderId, DeliveryStatus status) {

  static DeliveryAnswer of(Delivery delivery) {
    return new DeliveryAnswer(delivery.orderId(), delivery.status());
  }
}
