package io.baedal.order.ordering;

import io.baedal.messaging.event.OrderCancellationRefused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer's request to cancel, and what became of it.
 *
 * @param comment what the customer said about it
 * @param refusedBecause why it was refused, and only then
 */
public record Cancellation(
    Instant requestedAt,
    @Nullable String comment,
    Outcome outcome,
    OrderCancellationRefused.@Nullable Reason refusedBecause) {

  public static final int COMMENT_LENGTH = 200;

  /** What became of a request to cancel; each gets exactly one answer. */
  public enum Outcome {
    PENDING,
    CANCELLED,
    REFUSED
  }

  public Cancellation {
    if (comment != null) {
      new TextRule(COMMENT_LENGTH).check("comment", comment);
    }
    if ((outcome == Outcome.REFUSED) != (refusedBecause != null)) {
      throw new IllegalArgumentException("a refusal has a reason, and nothing else has");
    }
  }

  static Cancellation requested(Instant at, @Nullable String comment) {
    return new Cancellation(at, comment, Outcome.PENDING, null);
  }

  Cancellation granted() {
    return new Cancellation(requestedAt, comment, Outcome.CANCELLED, null);
  }

  Cancellation refused(OrderCancellationRefused.Reason reason) {
    return new Cancellation(requestedAt, comment, Outcome.REFUSED, reason);
  }
}
