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
 * keeps the ids of the orders that it places, from before they are written until a count includes
 * them, so that each is counted once. A single instance refuses no order below the limit and places
 * none above it. With several instances, each can exceed the limit by the orders that the others
 * place within a second. An order that no longer waits is subtracted at the next count.
 */
@Component
public class Backlog {

  private static final Logger log = LoggerFactory.getLogger(Backlog.class);

  private final WaitingOrders waiting;
  private final int limit;

  /** Orders of this instance that {@link #counted} omits, and whether they are committed. */
  private final Map<OrderId, Boolean> own = new HashMap<>();

  private int counted;

  Backlog(WaitingOrders waiting, OrderProperties properties) {
    this.waiting = waiting;
    this.limit = properties.admission().maxWaiting();
  }

  /** Counts the waiting orders. */
  @Scheduled(fixedDelayString = "PT1S")
  void count() {
    Set<OrderId> committed = committed();
    Set<OrderId> found;
    try {
      found = waiting.waiting(limit);
      if (found.size() >= limit && waiting.removeEnded() > 0) {
        found = waiting.waiting(limit);
      }
    } catch (DataAccessException | TransactionException unreachable) {
      return;
    }
    update(found, committed);
  }

  /**
   * Admits an order before it is written; {@link #placed} or {@link #withdraw} must follow.
   *
   * @return false if the limit is reached
   */
  synchronized boolean admit(OrderId id) {
    if (size() >= limit) {
      return false;
    }
    own.put(id, false);
    return true;
  }

  /** The order was written. */
  synchronized void placed(OrderId id) {
    own.replace(id, true);
  }

  /** The order was not written. If it was written nevertheless, the next count finds it. */
  synchronized void withdraw(OrderId id) {
    own.remove(id);
  }

  /** The number of waiting orders, up to the limit. */
  public synchronized int size() {
    return Math.min(limit, counted + own.size());
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

  /** An order that was committed before the count is in {@code found}, or no longer waits. */
  private synchronized void update(Set<OrderId> found, Set<OrderId> committed) {
    boolean wasFull = size() >= limit;
    own.keySet().removeAll(committed);
    counted = (int) found.stream().filter(id -> !own.containsKey(id)).count();
    if (wasFull != size() >= limit) {
      log.warn(
          wasFull ? "orders are admitted again" : "{} orders wait, new ones are refused", limit);
    }
  }
}
