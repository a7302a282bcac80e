package io.baedal.delivery.courier;

import io.baedal.delivery.work.Works;

/** All deliveries. */
public interface Deliveries extends Works<Delivery, DeliveryStatus> {}
