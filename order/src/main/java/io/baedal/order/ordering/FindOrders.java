package io.baedal.order.ordering;

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
   * @throws OrderNotFound if there is none
   */
  public Order byId(OrderId id) {
    return orders.find(id).orElseThrow(() -> new OrderNotFound(id));
  }

  /** Up to {@code limit} orders that match, newest first. */
  public List<Order> list(OrderQuery query, int limit) {
    return orders.list(query, limit);
  }

  /** The id of the order with this number. */
  public Optional<OrderId> numbered(long number) {
    return orders.numbered(number);
  }
}
