package io.baedal.orchestrator.progress;

import io.baedal.messaging.event.OrderStatus;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;

/**
 * The order has moved on, so that this status cannot follow. Mostly a race that somebody else won,
 * for example a cancel; what is left of it starts over and finds the order as it is now.
 */
public class StatusCannotFollow extends OptimisticLockingException {

  private static final long serialVersionUID = 1L;

  StatusCannotFollow(UUID orderId, OrderStatus status) {
    super("order " + orderId + " has moved on and cannot become " + status);
  }
}
