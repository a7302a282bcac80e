package io.baedal.order.ordering;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Orders whose process has not taken its first step yet. {@link Orders#add} puts each one here.
 * Orders that wait for their store or courier are not among them: they are no work for anybody
 * here.
 */
public interface WaitingOrders {

  /** These wait no longer; without effect on those that did not. */
  void remove(Set<OrderId> ids);

  /**
   * No order waits that has ended, whoever closed it: an instance of an earlier build knows nothing
   * of those that wait.
   *
   * @return how many there were
   */
  int removeEnded();

  /**
   * How many wait at one moment, without some of them.
   *
   * @param limit it is not counted any further
   * @param besides names those to leave out; asked after the moment of the count is fixed, so that
   *     whoever names an order before it is written misses none
   */
  int count(int limit, Supplier<Set<OrderId>> besides);
}
