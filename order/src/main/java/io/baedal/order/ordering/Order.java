package io.baedal.order.ordering;

import static java.time.temporal.ChronoUnit.MICROS;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.ReasonCode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as its customer sees it. Immutable: each change gives another one.
 *
 * @param number the short name that people say; 0 before the order is kept
 * @param reason why it was cancelled or rejected, if the process said so
 * @param reasonComment what the store or the operator said about that
 * @param closedAt when it ended; null while it runs
 * @param cancellation the customer's request to cancel, if there was one
 */
public record Order(
    OrderId id,
    long number,
    OrderContent content,
    Instant placedAt,
    OrderStatus status,
    @Nullable ReasonCode reason,
    @Nullable String reasonComment,
    @Nullable Instant closedAt,
    @Nullable Cancellation cancellation) {

  static Order placed(OrderId id, OrderContent content, Instant at) {
    // PostgreSQL keeps microseconds, and an answer given again must be the same to the byte
    return new Order(
        id, 0, content, at.truncatedTo(MICROS), OrderStatus.PLACED, null, null, null, null);
  }

  /** This order with the number that it was given when it was kept. */
  public Order numbered(long given) {
    return new Order(
        id, given, content, placedAt, status, reason, reasonComment, closedAt, cancellation);
  }

  /** This order as it was when it was placed. */
  Order asPlaced() {
    return placed(id, content, placedAt).numbered(number);
  }

  /**
   * The customer wants it cancelled. Saying so again changes nothing.
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
    return into(
        OrderStatus.CANCELLATION_REQUESTED,
        reason,
        reasonComment,
        closedAt,
        Cancellation.requested(at.truncatedTo(MICROS), comment));
  }

  /**
   * The request to cancel came too late and the order goes on; means nothing without a request. If
   * the order ended before this was heard of, only the reason that was guessed then is set right;
   * {@code PICKED_UP} is never a guess.
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
    return into(OrderStatus.PLACED, reason, reasonComment, closedAt, cancellation.refused(why));
  }

  /**
   * The process ended; a request to cancel that still waits has its answer now. Saying so again
   * changes nothing. The process decides how an order ends, and why: should the order have been
   * closed in another way, it is set right.
   *
   * @param comment what the store or the operator said about it
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
    return into(
        outcome.status(), lastReason, lastComment, at.truncatedTo(MICROS), answeredBy(outcome));
  }

  boolean isCancellationPending() {
    return status == OrderStatus.CANCELLATION_REQUESTED;
  }

  /** A cancelled order grants the request, also one that had been refused before. */
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

  private Order into(
      OrderStatus next,
      @Nullable ReasonCode why,
      @Nullable String comment,
      @Nullable Instant closed,
      @Nullable Cancellation request) {
    if (!status.allows(next)) {
      throw new IllegalStateException("order " + id + " cannot go from " + status + " to " + next);
    }
    return new Order(id, number, content, placedAt, next, why, comment, closed, request);
  }
}
