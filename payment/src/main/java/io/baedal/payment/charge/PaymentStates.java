package io.baedal.payment.charge;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What reconciliation asks: how the payments of some orders stand, and which have changed. */
public interface PaymentStates {

  /** How the payments of these orders stand, in no order; nothing for an order that has none. */
  List<State> of(Collection<UUID> orderIds);

  /** Up to {@code limit} payments that changed in {@code span}, the earliest first. */
  List<Change> changes(Span span, int limit);

  /**
   * A payment in short; amounts are whole minor units.
   *
   * @param changedAt when it was requested or money last moved
   */
  record State(
      UUID orderId,
      PaymentStatus status,
      long approvedAmount,
      long refundedAmount,
      Instant changedAt) {}

  /** When the payment of an order last changed. */
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
