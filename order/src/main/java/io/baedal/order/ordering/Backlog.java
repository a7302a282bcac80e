package io.baedal.order.ordering;

import io.baedal.order.OrderProperties;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * How many orders wait, counted once a second and not for each request. What was placed here since
 * the last look is added, so that one instance oversteps the bound only by the orders that it is
 * placing at the time; each further instance by what it places in a second.
 */
@Component
public class Backlog {

  private static final Logger log = LoggerFactory.getLogger(Backlog.class);

  private final WaitingOrders waiting;
  private final int most;
  private final AtomicInteger placedSince = new AtomicInteger();
  private volatile int counted;

  Backlog(WaitingOrders waiting, OrderProperties properties) {
    this.waiting = waiting;
    this.most = properties.admission().maxWaiting();
  }

  /** Looks again. */
  @Scheduled(fixedDelayString = "PT1S")
  void look() {
    // first: an order that is placed meanwhile is better counted twice than not at all
    int before = placedSince.getAndSet(0);
    boolean wasFull = counted + before >= most;
    try {
      counted = waiting.count(most);
      if (counted >= most && waiting.removeEnded() > 0) {
        counted = waiting.count(most);
      }
    } catch (DataAccessException | TransactionException unreachable) {
      placedSince.addAndGet(before);
      return;
    }
    if (wasFull != counted >= most) {
      log.warn(
          wasFull ? "orders are admitted again" : "{} orders wait, new ones are refused", most);
    }
  }

  boolean isFull() {
    return size() >= most;
  }

  /** One more order waits. */
  void grow() {
    placedSince.incrementAndGet();
  }

  /** How many orders wait, about. */
  public int size() {
    return Math.min(most, counted + placedSince.get());
  }
}
