package io.baedal.web.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which orders changed in a service. */
@FunctionalInterface
public interface OrderChanges {

  /** Up to {@code limit} changes in {@code span}, earliest first. An order can appear twice. */
  List<Change> changes(Span span, int limit);

  /** When an order changed. */
  record Change(UUID orderId, Instant changedAt) {}

  /**
   * A span of time, and how far it has been read.
   *
   * @param from its start, or the time of the last change that was read
   * @param after of the changes at {@code from}, only those with greater order ids
   * @param to its end, exclusive
   */
  record Span(Instant from, UUID after, Instant to) {}
}
