package io.baedal.order.ordering;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the outcomes of the processes of orders. */
@Service
public class CloseOrders {

  private static final Logger log = LoggerFactory.getLogger(CloseOrders.class);

  private final Orders orders;
  private final WaitingOrders waiting;
  private final Clock clock;

  CloseOrders(Orders orders, WaitingOrders waiting, Clock clock) {
    this.orders = orders;
    this.waiting = waiting;
    this.clock = clock;
  }

  /**
   * Closes orders in one transaction. A repeated outcome changes nothing; a different one replaces
   * the first. Unknown orders are ignored: reconciliation reports them.
   */
  @Transactional
  public void close(List<Ending> endings) {
    if (endings.isEmpty()) {
      return;
    }
    Set<OrderId> ids = endings.stream().map(Ending::orderId).collect(toSet());
    Map<OrderId, Order> locked = orders.lock(ids).stream().collect(toMap(Order::id, identity()));
    for (Ending ending : endings) {
      locked.computeIfPresent(ending.orderId(), (id, order) -> close(order, ending));
    }
    // usually already removed, unless the event of the first step became a dead letter
    waiting.remove(ids);
  }

  private Order close(Order order, Ending ending) {
    Order closed =
        order.close(ending.outcome(), ending.reason(), ending.comment(), clock.instant());
    if (!closed.equals(order)) {
      orders.update(closed);
      try (var ignored = MDC.putCloseable("orderId", order.id().toString())) {
        if (order.status().ended() && order.status() != closed.status()) {
          log.warn("was {}, but its process ended as {}", order.status(), ending.outcome());
        }
        log.info("order closed: {}", ending.outcome());
      }
    }
    return closed;
  }
}
