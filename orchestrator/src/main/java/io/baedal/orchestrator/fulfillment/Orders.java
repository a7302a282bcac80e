package io.baedal.orchestrator.fulfillment;

import io.baedal.messaging.event.ReasonCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The order worker. The call can be repeated. */
public interface Orders {

  /** Closes the order as it was placed with what became of it. */
  void close(UUID orderId, Outcome outcome, @Nullable ReasonCode reason);

  /** How an order can end. */
  enum Outcome {
    DELIVERED,
    CANCELLED,
    REJECTED
  }
}
