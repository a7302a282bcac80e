package io.baedal.delivery.courier;

import io.baedal.messaging.event.DeliveryCancelled;
import io.baedal.messaging.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recalls a delivery, including one that has not started. It decides between a concurrent cancel
 * and pick-up: both lock the row, and the second sees the change of the first.
 */
@Component
public class RecallDelivery {

  private final Deliveries deliveries;
  private final Outbox outbox;
  private final Clock clock;

  RecallDelivery(Deliveries deliveries, Outbox outbox, Clock clock) {
    this.deliveries = deliveries;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Recalls the delivery. A delivery that never started is stored as recalled and cannot start
   * later.
   *
   * @return the delivery: {@code CANCELLED} by this call or earlier; or, unchanged, {@code
   *     PICKED_UP} or {@code COMPLETED} if the courier was faster
   */
  @Transactional
  public Delivery recall(UUID orderId) {
    Instant now = clock.instant();
    Optional<Delivery> present = deliveries.lock(orderId);
    if (present.isEmpty()) {
      Delivery unstarted = Delivery.recalledUnstarted(orderId, now);
      if (deliveries.addIfAbsent(unstarted)) {
        return unstarted;
      }
      // another transaction added it after the first lock attempt
      present = deliveries.lock(orderId);
    }
    Delivery delivery = present.orElseThrow();
    if (!delivery.status().allows(DeliveryStatus.CANCELLED)) {
      return delivery;
    }
    Delivery recalled = delivery.recalled(now);
    deliveries.save(recalled);
    outbox.publish(new DeliveryCancelled(orderId, now));
    return recalled;
  }
}
