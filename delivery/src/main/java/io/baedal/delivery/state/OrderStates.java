package io.baedal.delivery.state;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reconciliation asks: how some orders stand at store and courier, and which have changed. */
public interface OrderStates {

  /** How these orders stand here, in no order; nothing for an order that is not known. */
  List<State> of(Collection<UUID> orderIds);

  /**
   * Up to {@code limit} changes in {@code span}, the earliest first. An order can come twice: store
   * and courier change one after the other.
   */
  List<Change> changes(Span span, int limit);

  /**
   * An order in short.
   *
   * @param storeRequest status of the request to the store; null if there is none
   * @param delivery status of the delivery; null if there is none
   * @param changedAt when one of the two last changed
   */
  record State(
      UUID orderId, @Nullable String storeRequest, @Nullable String delivery, Instant changedAt) {}

  /** When an order last changed at its store, or at its courier. */
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
