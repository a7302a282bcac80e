package io.baedal.orchestrator.progress;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where each order stands. All changes run in the caller's transaction, which holds the order's row
 * lock from then on; each publishes its event.
 */
public interface OrderProgress {

  /**
   * Begins an order, in status PLACED.
   *
   * @return false if it had begun before
   */
  boolean begin(OrderPlaced order);

  /**
   * Brings an order into {@code status}.
   *
   * @param step the element of the model that was reached
   * @return whether messages are parked for the order
   * @throws StatusCannotFollow if the order has moved on meanwhile
   */
  boolean advance(UUID orderId, OrderStatus status, @Nullable ReasonCode reason, String step);

  /**
   * Keeps what is said about {@code reason}, for which the order may be about to end: changes for
   * this reason tell it from now on.
   *
   * @param reason STORE_REJECTED or OPERATOR_CANCELLED; the others have no words
   */
  void comment(UUID orderId, ReasonCode reason, @Nullable String comment);

  /** Says that a request to cancel came too late. */
  void refuseCancellation(UUID orderId, OrderCancellationRefused.Reason reason);

  /** Locks the order and tells its status; empty if it is unknown here. */
  Optional<OrderStatus> lock(UUID orderId);

  /**
   * The order as it was placed.
   *
   * @throws java.util.NoSuchElementException if it is unknown here
   */
  OrderPlaced placed(UUID orderId);
}
