package io.baedal.order.ordering;

import io.baedal.messaging.event.ReasonCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reconciliation asks: how some orders stand, and which have changed. */
public interface OrderStates {

  int MOST = 100;
  NumberRule LIMIT = new NumberRule(1, MOST);

  /** How these orders stand, in no order; nothing for one that was never placed. */
  List<State> of(Collection<UUID> orderIds);

  /** Up to {@code limit} orders that changed in {@code span}, the earliest first. */
  List<Change> changes(Span span, int limit);

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

  /** When an order last changed. */
  record Change(UUID orderId, Instant changedAt) {}

  /**
   * A span of time, and how far it has been read.
   *
   * @param from its begin, or the time of the last change that was read
   * @param after of the changes at {@code from}, only those of greater order ids
   * @param to its end, which does not belong to it
   */
  record Span(Instant from, UUID after, Instant to) {}
}
