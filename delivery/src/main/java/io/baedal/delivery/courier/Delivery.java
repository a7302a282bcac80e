package io.baedal.delivery.courier;

import io.baedal.delivery.refusal.WrongState;
import io.baedal.delivery.work.Work;
import io.baedal.messaging.event.DeliveryCancelled;
import io.baedal.messaging.event.DeliveryCompleted;
import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.event.DeliveryStarted;
import io.baedal.messaging.event.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of an order by a courier.
 *
 * @param route null if the delivery was recalled before it was requested
 * @param courierId who has taken it; null while it is offered to all couriers
 * @param startedAt when the first request or recall of the delivery arrived
 */
public record Delivery(
    UUID orderId,
    @Nullable Route route,
    DeliveryStatus status,
    @Nullable String courierId,
    Instant startedAt,
    @Nullable Instant pickedUpAt,
    @Nullable Instant completedAt,
    @Nullable Instant cancelledAt)
    implements Work {

  static Delivery started(UUID orderId, Route route, Instant at) {
    return new Delivery(orderId, route, DeliveryStatus.STARTED, null, at, null, null, null);
  }

  /** A delivery that is recalled before it starts, and therefore never starts. */
  static Delivery recalledUnstarted(UUID orderId, Instant at) {
    return new Delivery(orderId, null, DeliveryStatus.CANCELLED, null, at, null, null, at);
  }

  /** The delivery of this courier; unchanged if it has taken it before. */
  Delivery takenBy(String courier) {
    boolean isTaken = courierId != null;
    if (status == DeliveryStatus.CANCELLED || (!isTaken && status != DeliveryStatus.STARTED)) {
      throw new WrongState(status, DeliveryStatus.STARTED);
    }
    if (isTaken && !courier.equals(courierId)) {
      throw new IllegalStateException("another courier has taken the delivery of " + orderId);
    }
    return assignedTo(courier);
  }

  /** The same delivery, offered to all couriers. */
  Delivery handedBack() {
    if (status != DeliveryStatus.STARTED) {
      throw new WrongState(status, DeliveryStatus.STARTED);
    }
    return assignedTo(null);
  }

  private Delivery assignedTo(@Nullable String courier) {
    return new Delivery(
        orderId, route, status, courier, startedAt, pickedUpAt, completedAt, cancelledAt);
  }

  Delivery pickedUp(Instant at) {
    return changedTo(DeliveryStatus.PICKED_UP, at, null, null);
  }

  Delivery completed(Instant at) {
    return changedTo(DeliveryStatus.COMPLETED, pickedUpAt, at, null);
  }

  Delivery recalled(Instant at) {
    return changedTo(DeliveryStatus.CANCELLED, null, null, at);
  }

  @Override
  public boolean wasRequested() {
    return route != null;
  }

  @Override
  public List<DomainEvent> events() {
    if (route == null) {
      return List.of();
    }
    List<DomainEvent> events = new ArrayList<>();
    events.add(new DeliveryStarted(orderId, startedAt));
    if (pickedUpAt != null) {
      events.add(new DeliveryPickedUp(orderId, pickedUpAt));
    }
    if (completedAt != null) {
      events.add(new DeliveryCompleted(orderId, completedAt));
    }
    if (cancelledAt != null) {
      events.add(new DeliveryCancelled(orderId, cancelledAt));
    }
    return events;
  }

  private Delivery changedTo(
      DeliveryStatus next,
      @Nullable Instant newPickedUpAt,
      @Nullable Instant newCompletedAt,
      @Nullable Instant newCancelledAt) {
    if (!status.allows(next)) {
      throw new WrongState(status, next);
    }
    return new Delivery(
        orderId, route, next, courierId, startedAt, newPickedUpAt, newCompletedAt, newCancelledAt);
  }
}
