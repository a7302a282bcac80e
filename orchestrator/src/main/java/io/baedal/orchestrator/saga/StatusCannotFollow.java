package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.OrderStatus;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;

/**
 * The order has reached a status that this one cannot follow. Usually another transaction won a
 * race, for example a cancel; the loser is retried and reads the current status.
 */
public class StatusCannotFollow extends OptimisticLockingException {

  private static final long serialVersionUID = 1L;

  public StatusCannotFollow(UUID orderId, OrderStatus status) {
    super("order " + orderId + " has changed and cannot become " + status);
  }
}
