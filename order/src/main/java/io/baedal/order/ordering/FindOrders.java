package io.baedal.order.ordering;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks orders up. */
@Service
@Transactional(readOnly = true)
public class FindOrders {

  private final Orders orders;

  FindOrders(Orders orders) {
    this.orders = orders;
  }

  /**
   * The order with this id.
   *
   * @throws OrderNotFound if there is none
   */
  public Order byId(OrderId id) {
    return orders.find(id).orElseThrow(() -> new OrderNotFound(id));
  }

  /** A page of the orders that match, newest first. */
  public OrderPage list(OrderQuery query) {
    return orders.list(query);
  }
}
