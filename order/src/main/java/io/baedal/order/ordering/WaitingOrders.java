package io.baedal.order.ordering;

import java.util.Set;

/**
 * Orders whose process has not completed its first step. {@link Orders#add} adds each new order.
 * Orders that wait for their store or courier are not included, since they cause no load.
 */
public interface WaitingOrders {

  /** Removes these orders; ignores orders that do not wait. */
  void remove(Set<OrderId> ids);

  /**
   * Removes the orders that have ended, since an instance of an earlier build closes orders without
   * removing them here.
   *
   * @return how many were removed
   */
  int removeEnded();

  /** The orders that wait at one point in time, up to {@code limit}. */
  Set<OrderId> waiting(int limit);
}
