package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer's wish to cancel and what became of it.
 *
 * @param comment the customer's own words, if any
 * @param reason why it was refused; null otherwise
 */
public record Cancellation(
    Instant requestedAt,
    @Nullable String comment,
    Outcome outcome,
    OrderCancellationRefused.@Nullable Reason reason) {

  /** What became of the wish. */
  public enum Outcome {
    PENDING,
    CANCELLED,
    REFUSED
  }

  /**
   * Judges by the facts alone, so that it does not matter in which order they came. An operator's
   * cancel without a customer's wish is none of these, and gives null; so does a refusal whose wish
   * has not arrived yet.
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
