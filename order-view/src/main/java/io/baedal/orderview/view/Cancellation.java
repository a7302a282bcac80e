package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer's request to cancel, and its outcome.
 *
 * @param comment the customer's comment, if any
 * @param reason why it was refused; null otherwise
 */
public record Cancellation(
    Instant requestedAt,
    @Nullable String comment,
    Outcome outcome,
    OrderCancellationRefused.@Nullable Reason reason) {

  /** The outcome of the request. */
  public enum Outcome {
    PENDING,
    CANCELLED,
    REFUSED
  }

  /**
   * Derives the cancellation from the stored fields, independent of the sequence in which events
   * arrive. Returns null for a cancellation by an operator without a customer's request, and for a
   * refusal whose request has not arrived yet.
   */
  public static @Nullable Cancellation of(
      @Nullable Instant requestedAt,
      @Nullable String comment,
      OrderCancellationRefused.@Nullable Reason refusal,
      OrderStatus status) {
    if (requestedAt == null) {
      return null;
    }
    if (status == OrderStatus.CANCELLED) {
      return new Cancellation(requestedAt, comment, Outcome.CANCELLED, null);
    }
    return refusal == null
        ? new Cancellation(requestedAt, comment, Outcome.PENDING, null)
        : new Cancellation(requestedAt, comment, Outcome.REFUSED, refusal);
  }
}
