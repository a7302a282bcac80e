package io.baedal.delivery.courier;

import io.baedal.delivery.refusal.UnknownOrder;
import io.baedal.delivery.refusal.WrongState;
import io.baedal.delivery.work.ChangeWork;
import io.baedal.messaging.outbox.Outbox;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests couriers, and records their reports. A repeated step changes nothing. */
@Component
@Transactional
public class ChangeDelivery extends ChangeWork<Delivery> {

  ChangeDelivery(Deliveries deliveries, Outbox outbox, Clock clock) {
    super(deliveries, outbox, clock);
  }

  /**
   * Requests a courier.
   *
   * @return the current delivery; {@code CANCELLED} if it was recalled before this request arrived
   */
  public Delivery start(UUID orderId, Route route) {
    return request(Delivery.started(orderId, route, now()));
  }

  /**
   * The courier has the order.
   *
   * @throws UnknownOrder if the delivery was never started
   * @throws WrongState if the delivery was recalled
   */
  public Delivery pickUp(UUID orderId) {
    return advance(
        orderId, delivery -> delivery.pickedUpAt() == null ? delivery.pickedUp(now()) : delivery);
  }

  /**
   * The customer has the order.
   *
   * @throws UnknownOrder if the delivery was never started
   * @throws WrongState if it was not picked up
   */
  public Delivery complete(UUID orderId) {
    return advance(
        orderId,
        delivery ->
            delivery.status() == DeliveryStatus.COMPLETED ? delivery : delivery.completed(now()));
  }

  /**
   * Recalls the delivery. A delivery that has not started cannot start later. The row lock decides
   * between a concurrent recall and pick-up.
   *
   * @return the delivery: {@code CANCELLED} by this or an earlier call; or unchanged {@code
   *     PICKED_UP} or {@code COMPLETED}
   */
  public Delivery recall(UUID orderId) {
    return cancel(
        Delivery.recalledUnstarted(orderId, now()),
        delivery ->
            delivery.status().allows(DeliveryStatus.CANCELLED)
                ? delivery.recalled(now())
                : delivery);
  }
}
