package io.baedal.order.ordering;

import java.util.Set;
import java.util.function.Supplier;

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

  /**
   * Counts the waiting orders at one point in time, without the excluded ones.
   *
   * @param limit where the count stops
   * @param besides supplies the orders to exclude; called after the snapshot of the count is taken,
   *     so that an order recorded before it is written is never counted twice
   */
  int count(int limit, Supplier<Set<OrderId>> besides);
}
