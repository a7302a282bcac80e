package io.baedal.order.ordering;

import io.baedal.web.access.Scope;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds orders. */
@Service
@Transactional(readOnly = true)
public class FindOrders {

  private final Orders orders;

  FindOrders(Orders orders) {
    this.orders = orders;
  }

  /**
   * Returns the order with this id.
   *
   * @throws OrderNotFound if there is none inside {@code scope}
   */
  public Order byId(OrderId id, Scope scope) {
    return orders.find(id, scope).orElseThrow(() -> new OrderNotFound(id));
  }

  /** Up to {@code limit} orders that match, newest first. */
  public List<Order> list(OrderQuery query, int limit) {
    return orders.list(query, limit);
  }

  /** The id of the order with this number, if it is inside {@code scope}. */
  public Optional<OrderId> numbered(long number, Scope scope) {
    return orders.numbered(number, scope);
  }
}
