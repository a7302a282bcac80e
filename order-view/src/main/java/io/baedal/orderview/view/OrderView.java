package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an order so far.
 *
 * @param details what was ordered; null while only later events have arrived
 * @param reason why the order was cancelled or rejected
 * @param sequence the number of the status change that led to {@code status}, 0 when there is none
 * @param updatedAt when the latest event that is known happened
 * @param cancellation the customer's wish to cancel; null when there was none
 * @param timeline the status changes by their sequence; empty in lists
 */
public record OrderView(
    UUID orderId,
    @Nullable OrderDetails details,
    OrderStatus status,
    @Nullable ReasonCode reason,
    int sequence,
    Instant updatedAt,
    @Nullable Cancellation cancellation,
    List<StatusChange> timeline) {

  public OrderView {
    timeline = List.copyOf(timeline);
  }

  /** The same view with its timeline. */
  public OrderView withTimeline(List<StatusChange> changes) {
    return new OrderView(
        orderId, details, status, reason, sequence, updatedAt, cancellation, changes);
  }
}
