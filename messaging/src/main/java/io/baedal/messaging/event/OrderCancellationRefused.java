package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;

/** A request to cancel came too late. The order continues, or has already ended. */
public record OrderCancellationRefused(UUID orderId, Reason reason, Instant at)
    implements DomainEvent {

  /** Why it was too late. */
  public enum Reason {
    /** The courier has the order. */
    PICKED_UP,
    /** The customer has the order. */
    ALREADY_DELIVERED,
    /** The order was rejected before; its steps are undone or being undone. */
    ALREADY_REJECTED
  }
}
