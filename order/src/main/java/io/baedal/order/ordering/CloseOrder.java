package io.baedal.order.ordering;

import io.baedal.messaging.event.ReasonCode;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how the process of an order ended. */
@Service
public class CloseOrder {

  private static final Logger log = LoggerFactory.getLogger(CloseOrder.class);

  private final Orders orders;
  private final WaitingOrders waiting;
  private final Clock clock;

  CloseOrder(Orders orders, WaitingOrders waiting, Clock clock) {
    this.orders = orders;
    this.waiting = waiting;
    this.clock = clock;
  }

  /**
   * Closes an order; the same outcome again changes nothing, another one sets it right.
   *
   * @param reason why it was not delivered; not kept when it was
   * @param comment what the store or the operator said about it
   * @throws OrderNotFound if there is no such order
   */
  @Transactional
  public Order close(
      OrderId id, OrderOutcome outcome, @Nullable ReasonCode reason, @Nullable String comment) {
    Order order = orders.lock(id).orElseThrow(() -> new OrderNotFound(id));
    Order closed = order.close(outcome, reason, comment, clock.instant());
    if (order.status().ended() && !closed.equals(order)) {
      log.warn("order {} was {}, but its process ended as {}", id, order.status(), outcome);
    }
    if (!closed.equals(order)) {
      orders.update(closed);
    }
    // mostly gone by now; the event that says so may have become a dead letter
    waiting.remove(Set.of(id));
    return closed;
  }
}
