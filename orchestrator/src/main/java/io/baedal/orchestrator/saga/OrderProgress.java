package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The status of each order. All changes run in the caller's transaction, which holds the order's
 * row lock from then on. Changes of status and refusals are published.
 */
public interface OrderProgress {

  /**
   * Begins an order, in status PLACED.
   *
   * @return false if it had begun before
   */
  boolean begin(OrderPlaced order);

  /**
   * Advances an order to {@code status}.
   *
   * @param step the element of the model that was reached
   * @return whether messages are parked for the order
   * @throws StatusCannotFollow if {@code status} cannot follow the order's current one
   */
  boolean advance(UUID orderId, OrderStatus status, @Nullable ReasonCode reason, String step);

  /**
   * Stores the comment on {@code reason}, which later changes of status with this reason contain.
   *
   * @param reason STORE_REJECTED or OPERATOR_CANCELLED; the others have no comment
   */
  void comment(UUID orderId, ReasonCode reason, @Nullable String comment);

  /** Publishes that a request to cancel came too late. */
  void refuseCancellation(UUID orderId, OrderCancellationRefused.Reason reason);

  /** Locks the order and returns its status; empty if it is unknown. */
  Optional<OrderStatus> lock(UUID orderId);

  /**
   * The order as it was placed.
   *
   * @throws java.util.NoSuchElementException if it is unknown
   */
  OrderPlaced placed(UUID orderId);
}
