package io.baedal.order.ordering;

import java.util.Set;

/**
 * Orders whose process has not completed its first step. {@link Orders#add} adds each new order.
 * Orders that wait for their store or courier are not included: they cause no work in the system.
 */
public interface WaitingOrders {

  /** Removes these orders; ignores those that were not waiting. */
  void remove(Set<OrderId> ids);

  /**
   * Removes the orders that have ended: an instance of an earlier build closes orders without
   * removing them here.
   *
   * @return how many were removed
   */
  int removeEnded();

  /** The orders that wait at one point in time, or as many of them as the limit allows. */
  Set<OrderId> waiting(int limit);
}
