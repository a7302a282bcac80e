package io.baedal.order.ordering;

import io.baedal.messaging.event.ReasonCode;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how the process of an order ended. */
@Service
public class CloseOrder {

  private final Orders orders;
  private final WaitingOrders waiting;
  private final Clock clock;

  CloseOrder(Orders orders, WaitingOrders waiting, Clock clock) {
    this.orders = orders;
    this.waiting = waiting;
    this.clock = clock;
  }

  /**
   * Closes an order; the same outcome again changes nothing.
   *
   * @param reason why it was not delivered; not kept when it was
   * @throws OrderNotFound if there is no such order
   * @throws RuleBroken if it ended with another outcome
   */
  @Transactional
  public Order close(OrderId id, OrderOutcome outcome, @Nullable ReasonCode reason) {
    Order order = orders.lock(id).orElseThrow(() -> new OrderNotFound(id));
    Order closed = order.close(outcome, reason, clock.instant());
    if (!closed.equals(order)) {
      orders.update(closed);
    }
    // mostly gone by now; the event that says so may have become a dead letter
    waiting.remove(id);
    return closed;
  }
}
