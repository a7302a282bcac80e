package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reconciliation asks: what the views of some orders show. */
public interface OrderStates extends io.baedal.web.reconciliation.OrderStates<OrderStates.State> {

  /**
   * A view in short.
   *
   * @param cancellation what became of the customer's wish to cancel; null if there was none
   * @param changedAt when the latest event that is known happened
   */
  record State(
      UUID orderId,
      OrderStatus status,
      @Nullable ReasonCode reason,
      int sequence,
      Cancellation.@Nullable Outcome cancellation,
      Instant changedAt) {}
}
