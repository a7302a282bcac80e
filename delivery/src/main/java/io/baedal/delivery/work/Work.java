package io.baedal.delivery.work;

import io.baedal.messaging.event.DomainEvent;
import java.util.List;
import java.util.UUID;

/**
 * What a store or a courier is asked to do for an order; each has at most one for an order. It can
 * be cancelled before it is requested, and then never is. Immutable: each change returns a new one.
 */
public interface Work {

  UUID orderId();

  /** Whether anybody was ever asked; false if it was cancelled before. */
  boolean wasRequested();

  /**
   * The events published for it so far, with the same content and in the order in which they
   * happened.
   */
  List<DomainEvent> events();
}
