package io.baedal.order.ordering;

import io.baedal.messaging.event.ReasonCode;
import io.baedal.web.reconciliation.OrderChanges;
import io.baedal.web.reconciliation.OrderStates;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reconciliation asks: how some orders stand, and which have changed. */
public interface PlacedStates extends OrderStates<PlacedStates.State>, OrderChanges {

  /**
   * An order in short.
   *
   * @param cancellation what became of the customer's request to cancel; null if there was none
   * @param changedAt when it was placed, asked to be cancelled, or closed
   */
  record State(
      UUID orderId,
      OrderStatus status,
      @Nullable ReasonCode reason,
      Cancellation.@Nullable Outcome cancellation,
      Instant changedAt) {}
}
