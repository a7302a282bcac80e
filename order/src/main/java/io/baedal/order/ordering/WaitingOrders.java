package io.baedal.order.ordering;

/**
 * Orders whose process has not taken its first step yet. {@link Orders#add} puts each one here.
 * Orders that wait for their store or courier are not among them: they are no work for anybody
 * here.
 */
public interface WaitingOrders {

  /** The order waits no longer; without effect if it did not. */
  void remove(OrderId id);

  /**
   * No order waits that has ended, whoever closed it: an instance of an earlier build knows nothing
   * of those that wait.
   *
   * @return how many there were
   */
  int removeEnded();

  /** How many wait; not counted any further than {@code limit}. */
  int count(int limit);
}
