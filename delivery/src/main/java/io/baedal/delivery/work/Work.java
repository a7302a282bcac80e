package io.baedal.delivery.work;

import io.baedal.messaging.event.DomainEvent;
import java.util.List;
import java.util.UUID;

/**
 * The work of a store or a courier for an order; each has at most one for an order. Work that is
 * cancelled before it is requested cannot be requested later. Immutable: each change returns a new
 * object.
 */
public interface Work {

  UUID orderId();

  /** Whether it was requested; false if it was cancelled before. */
  boolean wasRequested();

  /** The events that were published for it, with the same content and in the same sequence. */
  List<DomainEvent> events();
}
