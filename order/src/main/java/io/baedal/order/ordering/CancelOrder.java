package io.baedal.order.ordering;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.outbox.Outbox;
import io.baedal.web.access.Scope;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests the cancellation of an order from its process, and records a refusal. */
@Service
public class CancelOrder {

  private final Orders orders;
  private final Outbox outbox;
  private final Clock clock;

  CancelOrder(Orders orders, Outbox outbox, Clock clock) {
    this.orders = orders;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Requests the cancellation once; a repeat while the request is pending changes nothing.
   *
   * @throws OrderNotFound if there is no such order inside {@code scope}
   * @throws RuleBroken if the order has ended or an earlier request was refused
   */
  @Transactional
  public Order request(OrderId id, @Nullable String comment, Scope scope) {
    Order order = orders.lock(id, scope).orElseThrow(() -> new OrderNotFound(id));
    Order changed = order.requestCancellation(comment, clock.instant());
    Cancellation cancellation = changed.cancellation();
    if (!changed.equals(order) && cancellation != null) {
      orders.update(changed);
      outbox.publish(OrderEvents.cancellationRequested(changed, cancellation));
    }
    return changed;
  }

  /**
   * Records that the process refused to cancel. Does nothing if the order or the request is
   * unknown.
   */
  @Transactional
  public void refuse(OrderId id, OrderCancellationRefused.Reason reason) {
    orders
        .lock(id, Scope.ALL)
        .filter(order -> !order.refuseCancellation(reason).equals(order))
        .ifPresent(order -> orders.update(order.refuseCancellation(reason)));
  }
}
