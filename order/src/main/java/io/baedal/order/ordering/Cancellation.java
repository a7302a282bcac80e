package io.baedal.order.ordering;

import io.baedal.messaging.event.OrderCancellationRefused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer's request to cancel, and its outcome.
 *
 * @param comment the customer's comment
 * @param refusedBecause why it was refused; null otherwise
 */
public record Cancellation(
    Instant requestedAt,
    @Nullable String comment,
    Outcome outcome,
    OrderCancellationRefused.@Nullable Reason refusedBecause) {

  public static final int COMMENT_LENGTH = 200;

  /** The outcome of a request to cancel. */
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
      throw new IllegalArgumentException("exactly a refused cancellation has a reason");
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
