package io.baedal.web.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The changes of orders in a service. */
@FunctionalInterface
public interface OrderChanges {

  /** Up to {@code limit} changes in {@code span}, earliest first. An order can appear twice. */
  List<Change> changes(Span span, int limit);

  /** A change of an order. */
  record Change(UUID orderId, Instant changedAt) {}

  /**
   * A span of time and the position of the last change that was read.
   *
   * @param from its start, or the time of the last change that was read
   * @param after only changes at {@code from} with greater order ids, and later changes
   * @param to its end, exclusive
   */
  record Span(Instant from, UUID after, Instant to) {}
}
