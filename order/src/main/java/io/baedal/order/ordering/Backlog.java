package io.baedal.order.ordering;

import io.baedal.order.OrderProperties;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The number of waiting orders, counted once a second instead of for each request. This instance
 * remembers the ids of the orders it places, from before they are written until a count includes
 * them, so each is counted once. One instance refuses no order below the limit and places none
 * above it. Several instances can each exceed the limit by what the others place in a second. An
 * order whose process begins is subtracted at the next count.
 */
@Component
public class Backlog {

  private static final Logger log = LoggerFactory.getLogger(Backlog.class);

  private final WaitingOrders waiting;
  private final int most;

  /** Orders of this instance that {@link #counted} omits, and whether they are committed. */
  private final Map<OrderId, Boolean> own = new HashMap<>();

  private int counted;

  Backlog(WaitingOrders waiting, OrderProperties properties) {
    this.waiting = waiting;
    this.most = properties.admission().maxWaiting();
  }

  /** Counts again. */
  @Scheduled(fixedDelayString = "PT1S")
  void look() {
    Set<OrderId> committed = committed();
    Set<OrderId> found;
    try {
      found = waiting.waiting(most);
      if (found.size() >= most && waiting.removeEnded() > 0) {
        found = waiting.waiting(most);
      }
    } catch (DataAccessException | TransactionException unreachable) {
      return;
    }
    take(found, committed);
  }

  /**
   * Admits one more order, which is about to be written; {@link #placed} or {@link #withdraw} must
   * follow.
   *
   * @return false if the limit is reached
   */
  synchronized boolean admit(OrderId id) {
    if (size() >= most) {
      return false;
    }
    own.put(id, false);
    return true;
  }

  /** The order was written. */
  synchronized void placed(OrderId id) {
    own.replace(id, true);
  }

  /** The order was not written. If it was after all, the next count finds it. */
  synchronized void withdraw(OrderId id) {
    own.remove(id);
  }

  /** How many orders wait, up to the limit. */
  public synchronized int size() {
    return Math.min(most, counted + own.size());
  }

  private synchronized Set<OrderId> committed() {
    var committed = new HashSet<OrderId>();
    own.forEach(
        (id, written) -> {
          if (written) {
            committed.add(id);
          }
        });
    return committed;
  }

  /** What was committed before the count is in what it found, or waits no longer. */
  private synchronized void take(Set<OrderId> found, Set<OrderId> committed) {
    boolean wasFull = size() >= most;
    own.keySet().removeAll(committed);
    counted = (int) found.stream().filter(id -> !own.containsKey(id)).count();
    if (wasFull != size() >= most) {
      log.warn(
          wasFull ? "orders are admitted again" : "{} orders wait, new ones are refused", most);
    }
  }
}
