package io.baedal.delivery.courier;

import io.baedal.delivery.refusal.UnknownOrder;
import io.baedal.delivery.refusal.WrongState;
import io.baedal.delivery.work.ChangeWork;
import io.baedal.messaging.outbox.Outbox;
import io.baedal.web.access.Scope;
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
   * A courier takes an offered delivery.
   *
   * @throws UnknownOrder if the delivery was never started, or is outside {@code scope}
   * @throws WrongState if it was recalled
   */
  public Delivery take(UUID orderId, String courierId, Scope scope) {
    return advance(orderId, scope, delivery -> delivery.takenBy(courierId));
  }

  /**
   * The courier does not carry the order; it is offered again.
   *
   * @throws UnknownOrder if the delivery was never started, or is outside {@code scope}
   * @throws WrongState if it was picked up or recalled
   */
  public Delivery handBack(UUID orderId, Scope scope) {
    return advance(orderId, scope, Delivery::handedBack);
  }

  /**
   * The courier has the order. A courier that has not taken it takes it.
   *
   * @throws UnknownOrder if the delivery was never started, or is outside {@code scope}
   * @throws WrongState if the delivery was recalled
   */
  public Delivery pickUp(UUID orderId, Scope scope) {
    return advance(
        orderId,
        scope,
        delivery -> delivery.pickedUpAt() == null ? pickedUp(delivery, scope) : delivery);
  }

  private Delivery pickedUp(Delivery delivery, Scope scope) {
    String courier = scope.courierId();
    return (courier == null ? delivery : delivery.takenBy(courier)).pickedUp(now());
  }

  /**
   * The customer has the order.
   *
   * @throws UnknownOrder if the delivery was never started, or is outside {@code scope}
   * @throws WrongState if it was not picked up
   */
  public Delivery complete(UUID orderId, Scope scope) {
    return advance(
        orderId,
        scope,
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
