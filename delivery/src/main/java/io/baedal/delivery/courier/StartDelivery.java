package io.baedal.delivery.courier;

import io.baedal.messaging.event.DeliveryStarted;
import io.baedal.messaging.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests a courier, once per order. */
@Component
public class StartDelivery {

  private final Deliveries deliveries;
  private final Outbox outbox;
  private final Clock clock;

  StartDelivery(Deliveries deliveries, Outbox outbox, Clock clock) {
    this.deliveries = deliveries;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Starts the delivery unless it was started or recalled before.
   *
   * @return the current delivery; {@code CANCELLED} if it was recalled before the start arrived
   */
  @Transactional
  public Delivery start(UUID orderId, Route route) {
    Instant now = clock.instant();
    Delivery delivery = Delivery.started(orderId, route, now);
    if (!deliveries.addIfAbsent(delivery)) {
      return deliveries.lock(orderId).orElseThrow();
    }
    outbox.publish(new DeliveryStarted(orderId, now));
    return delivery;
  }
}
