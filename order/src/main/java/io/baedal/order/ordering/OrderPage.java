package io.baedal.order.ordering;

import java.util.List;

/**
 * A page of orders, newest first.
 *
 * @param total how many there are on all pages
 */
public record OrderPage(List<Order> orders, long total) {

  public OrderPage {
    orders = List.copyOf(orders);
  }
}
