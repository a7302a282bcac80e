package io.baedal.order.ordering.web;

import io.baedal.order.ordering.FindOrders;
import io.baedal.order.ordering.OrderId;
import io.baedal.web.access.Scope;
import io.baedal.web.request.OrderNumbers;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Resolves an order number in a path to the id of the order. */
@Component
class OrderNumberLookUp implements OrderNumbers {

  private final FindOrders orders;

  OrderNumberLookUp(FindOrders orders) {
    this.orders = orders;
  }

  @Override
  public Optional<UUID> find(long number, Scope scope) {
    return orders.numbered(number, scope).map(OrderId::value);
  }
}
