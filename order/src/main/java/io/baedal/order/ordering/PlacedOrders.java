package io.baedal.order.ordering;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.republication.EventSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Rebuilds the events of this service from its orders, for republication. */
@Component
class PlacedOrders implements EventSource {

  private final Orders orders;

  PlacedOrders(Orders orders) {
    this.orders = orders;
  }

  @Override
  public List<UUID> next(UUID after, int limit) {
    return orders.next(new OrderId(after), limit).stream().map(OrderId::value).toList();
  }

  @Override
  public List<DomainEvent> eventsOf(UUID after, UUID last, Instant since) {
    return orders.lockChanged(new OrderId(after), new OrderId(last), since).stream()
        .flatMap(order -> OrderEvents.all(order).stream())
        .toList();
  }
}
