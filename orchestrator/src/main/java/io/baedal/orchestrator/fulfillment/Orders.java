package io.baedal.orchestrator.fulfillment;

import io.baedal.messaging.event.ReasonCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The order worker. The call can be repeated. */
public interface Orders {

  /** Closes the order as it was placed with what became of it, and what was said about it. */
  void close(UUID orderId, Outcome outcome, @Nullable ReasonCode reason, @Nullable String comment);

  /** How an order can end. */
  enum Outcome {
    DELIVERED,
    CANCELLED,
    REJECTED
  }
}
