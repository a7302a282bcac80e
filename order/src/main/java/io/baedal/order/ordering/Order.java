package io.baedal.order.ordering;

import static java.time.temporal.ChronoUnit.MICROS;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.ReasonCode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as its customer sees it. Immutable: each change returns a new object.
 *
 * @param number a short number for people; 0 before the order is stored
 * @param reason why it was cancelled or rejected, if the process gave a reason
 * @param reasonComment the comment of the store or the operator on the reason
 * @param closedAt when it ended; null while it runs
 * @param cancellation the customer's request to cancel, if any
 */
public record Order(
    OrderId id,
    long number,
    OrderContent content,
    Instant placedAt,
    CustomerStatus status,
    @Nullable ReasonCode reason,
    @Nullable String reasonComment,
    @Nullable Instant closedAt,
    @Nullable Cancellation cancellation) {

  static Order placed(OrderId id, OrderContent content, Instant at) {
    // PostgreSQL stores microseconds, and a repeated answer must have the same bytes
    return new Order(
        id, 0, content, at.truncatedTo(MICROS), CustomerStatus.PLACED, null, null, null, null);
  }

  /** This order with the number that the database assigned. */
  public Order numbered(long given) {
    return new Order(
        id, given, content, placedAt, status, reason, reasonComment, closedAt, cancellation);
  }

  /** This order in its state after it was placed. */
  Order asPlaced() {
    return placed(id, content, placedAt).numbered(number);
  }

  /**
   * Requests the cancellation. A repeat changes nothing.
   *
   * @throws RuleBroken if it has ended or an earlier request was refused
   */
  Order requestCancellation(@Nullable String comment, Instant at) {
    if (isCancellationPending()) {
      return this;
    }
    checkRunning();
    if (cancellation != null && cancellation.refusedBecause() != null) {
      throw RuleBroken.cancellationRefused(cancellation.refusedBecause());
    }
    return changedTo(
        CustomerStatus.CANCELLATION_REQUESTED,
        reason,
        reasonComment,
        closedAt,
        Cancellation.requested(at.truncatedTo(MICROS), comment));
  }

  /**
   * Refuses the request to cancel, and the order continues; does nothing without a request. If the
   * order has already been closed, only the reason that {@link #close} assumed is corrected; it
   * never assumes {@code PICKED_UP}.
   */
  Order refuseCancellation(OrderCancellationRefused.Reason why) {
    if (cancellation == null
        || cancellation.outcome() == Cancellation.Outcome.CANCELLED
        || cancellation.refusedBecause() == OrderCancellationRefused.Reason.PICKED_UP) {
      return this;
    }
    if (!isCancellationPending()) {
      return new Order(
          id,
          number,
          content,
          placedAt,
          status,
          reason,
          reasonComment,
          closedAt,
          cancellation.refused(why));
    }
    return changedTo(
        CustomerStatus.PLACED, reason, reasonComment, closedAt, cancellation.refused(why));
  }

  /**
   * Closes the order with the outcome of its process, and answers a pending request to cancel. A
   * repeat changes nothing. The process decides the outcome and the reason: a different stored
   * outcome is replaced.
   *
   * @param comment the comment of the store or the operator
   */
  Order close(
      OrderOutcome outcome, @Nullable ReasonCode why, @Nullable String comment, Instant at) {
    boolean delivered = outcome == OrderOutcome.DELIVERED;
    ReasonCode lastReason = delivered ? null : why;
    String lastComment = delivered ? null : comment;
    if (status == outcome.status()) {
      return reason == lastReason && Objects.equals(reasonComment, lastComment)
          ? this
          : new Order(
              id,
              number,
              content,
              placedAt,
              status,
              lastReason,
              lastComment,
              at.truncatedTo(MICROS),
              cancellation);
    }
    return changedTo(
        outcome.status(), lastReason, lastComment, at.truncatedTo(MICROS), answeredBy(outcome));
  }

  boolean isCancellationPending() {
    return status == CustomerStatus.CANCELLATION_REQUESTED;
  }

  /** A cancelled order grants the request, even one that was refused before. */
  private @Nullable Cancellation answeredBy(OrderOutcome outcome) {
    if (cancellation == null) {
      return null;
    }
    var refusal = outcome.refusal();
    if (refusal == null) {
      return cancellation.granted();
    }
    return cancellation.outcome() == Cancellation.Outcome.REFUSED
        ? cancellation
        : cancellation.refused(refusal);
  }

  private void checkRunning() {
    if (status.ended()) {
      throw RuleBroken.orderEnded(status);
    }
  }

  private Order changedTo(
      CustomerStatus next,
      @Nullable ReasonCode why,
      @Nullable String comment,
      @Nullable Instant closed,
      @Nullable Cancellation request) {
    if (!status.allows(next)) {
      throw new IllegalStateException(
          "order " + id + " cannot change from " + status + " to " + next);
    }
    return new Order(id, number, content, placedAt, next, why, comment, closed, request);
  }
}
