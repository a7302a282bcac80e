package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The known state of an order.
 *
 * @param order the placed order; null if only later events have arrived
 * @param reason why the order was cancelled or rejected
 * @param reasonComment the comment of the store or the operator on {@code reason}
 * @param sequence the number of the status change that led to {@code status}, 0 if there is none
 * @param updatedAt the time of the latest known event
 * @param cancellation the customer's request to cancel; null if there was none
 * @param timeline the status changes in the order of their sequence; empty in lists
 */
public record OrderView(
    UUID orderId,
    @Nullable OrderPlaced order,
    OrderStatus status,
    @Nullable ReasonCode reason,
    @Nullable String reasonComment,
    int sequence,
    Instant updatedAt,
    @Nullable Cancellation cancellation,
    List<StatusChange> timeline) {

  /** Orders whose {@link OrderPlaced} has not arrived are listed as the newest. */
  private static final Instant NEWEST = Instant.parse("9999-12-31T23:59:59Z");

  public OrderView {
    timeline = List.copyOf(timeline);
  }

  /** The time by which lists are sorted. */
  public Instant listedAt() {
    return order == null ? NEWEST : order.placedAt();
  }

  /** The same view with its timeline. */
  public OrderView withTimeline(List<StatusChange> changes) {
    return new OrderView(
        orderId, order, status, reason, reasonComment, sequence, updatedAt, cancellation, changes);
  }
}
