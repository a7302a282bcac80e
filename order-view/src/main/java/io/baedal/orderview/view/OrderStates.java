package io.baedal.orderview.view;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The query of reconciliation: the states of the views of given orders. */
public interface OrderStates extends io.baedal.web.reconciliation.OrderStates<OrderStates.State> {

  /**
   * The state of a view.
   *
   * @param cancellation the outcome of the customer's request to cancel; null if there was none
   * @param changedAt the time of the latest known event
   */
  record State(
      UUID orderId,
      OrderStatus status,
      @Nullable ReasonCode reason,
      int sequence,
      Cancellation.@Nullable Outcome cancellation,
      Instant changedAt) {}
}
