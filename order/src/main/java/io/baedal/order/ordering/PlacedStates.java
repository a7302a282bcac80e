package io.baedal.order.ordering;

import io.baedal.messaging.event.ReasonCode;
import io.baedal.web.reconciliation.OrderChanges;
import io.baedal.web.reconciliation.OrderStates;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queries of reconciliation: the states of given orders, and the orders that changed. */
public interface PlacedStates extends OrderStates<PlacedStates.State>, OrderChanges {

  /**
   * The summary of an order.
   *
   * @param cancellation the outcome of the customer's request to cancel; null without a request
   * @param changedAt when it was placed, its cancellation was requested, or it was closed
   */
  record State(
      UUID orderId,
      CustomerStatus status,
      @Nullable ReasonCode reason,
      Cancellation.@Nullable Outcome cancellation,
      Instant changedAt) {}
}
