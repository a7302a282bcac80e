package io.baedal.order.ordering;

import io.baedal.messaging.event.OrderCancellationRefused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the process of an order ended. */
public enum OrderOutcome {
  DELIVERED(OrderStatus.DELIVERED, OrderCancellationRefused.Reason.ALREADY_DELIVERED),
  CANCELLED(OrderStatus.CANCELLED, null),
  REJECTED(OrderStatus.REJECTED, OrderCancellationRefused.Reason.ALREADY_REJECTED);

  private final OrderStatus status;
  private final OrderCancellationRefused.@Nullable Reason refusal;

  OrderOutcome(OrderStatus status, OrderCancellationRefused.@Nullable Reason refusal) {
    this.status = status;
    this.refusal = refusal;
  }

  /** How an order ended that its process brought into {@code status}; empty if it has not ended. */
  public static Optional<OrderOutcome> of(io.baedal.messaging.event.OrderStatus status) {
    return switch (status) {
      case DELIVERED -> Optional.of(DELIVERED);
      case CANCELLED -> Optional.of(CANCELLED);
      case REJECTED -> Optional.of(REJECTED);
      default -> Optional.empty();
    };
  }

  OrderStatus status() {
    return status;
  }

  /** What this end says to a request to cancel: null if it was granted, else why it was not. */
  OrderCancellationRefused.@Nullable Reason refusal() {
    return refusal;
  }
}
