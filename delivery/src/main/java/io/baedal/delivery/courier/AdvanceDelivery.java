package io.baedal.delivery.courier;

import io.baedal.delivery.refusal.UnknownOrder;
import io.baedal.delivery.refusal.WrongState;
import io.baedal.messaging.event.DeliveryCompleted;
import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what a courier reports. Repeating a report, even late, changes nothing. */
@Component
public class AdvanceDelivery {

  private final Deliveries deliveries;
  private final Outbox outbox;
  private final Clock clock;

  AdvanceDelivery(Deliveries deliveries, Outbox outbox, Clock clock) {
    this.deliveries = deliveries;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The courier has the order.
   *
   * @throws UnknownOrder if the delivery was never started
   * @throws WrongState if the delivery was recalled
   */
  @Transactional
  public Delivery pickUp(UUID orderId) {
    Delivery delivery = locked(orderId);
    if (delivery.pickedUpAt() != null) {
      return delivery;
    }
    Instant now = clock.instant();
    Delivery pickedUp = delivery.pickedUp(now);
    deliveries.save(pickedUp);
    outbox.publish(new DeliveryPickedUp(orderId, now));
    return pickedUp;
  }

  /**
   * The customer has the order.
   *
   * @throws UnknownOrder if the delivery was never started
   * @throws WrongState if it was not picked up
   */
  @Transactional
  public Delivery complete(UUID orderId) {
    Delivery delivery = locked(orderId);
    if (delivery.status() == DeliveryStatus.COMPLETED) {
      return delivery;
    }
    Instant now = clock.instant();
    Delivery completed = delivery.completed(now);
    deliveries.save(completed);
    outbox.publish(new DeliveryCompleted(orderId, now));
    return completed;
  }

  private Delivery locked(UUID orderId) {
    return deliveries
        .lock(orderId)
        .filter(Delivery::wasStarted)
        .orElseThrow(() -> new UnknownOrder(orderId));
  }
}
