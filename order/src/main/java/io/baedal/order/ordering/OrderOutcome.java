package io.baedal.order.ordering;

import io.baedal.messaging.event.OrderCancellationRefused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the process of an order ended. */
public enum OrderOutcome {
  DELIVERED(CustomerStatus.DELIVERED, OrderCancellationRefused.Reason.ALREADY_DELIVERED),
  CANCELLED(CustomerStatus.CANCELLED, null),
  REJECTED(CustomerStatus.REJECTED, OrderCancellationRefused.Reason.ALREADY_REJECTED);

  private final CustomerStatus status;
  private final OrderCancellationRefused.@Nullable Reason refusal;

  OrderOutcome(CustomerStatus status, OrderCancellationRefused.@Nullable Reason refusal) {
    this.status = status;
    this.refusal = refusal;
  }

  /** The outcome for a status of the process; empty if the order has not ended. */
  public static Optional<OrderOutcome> of(io.baedal.messaging.event.OrderStatus status) {
    return switch (status) {
      case DELIVERED -> Optional.of(DELIVERED);
      case CANCELLED -> Optional.of(CANCELLED);
      case REJECTED -> Optional.of(REJECTED);
      default -> Optional.empty();
    };
  }

  CustomerStatus status() {
    return status;
  }

  /** Why this outcome refuses a request to cancel; null if it grants the request. */
  OrderCancellationRefused.@Nullable Reason refusal() {
    return refusal;
  }
}
