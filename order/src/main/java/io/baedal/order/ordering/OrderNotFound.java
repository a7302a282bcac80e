package io.baedal.order.ordering;

/** There is no order with this id. */
public final class OrderNotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OrderNotFound(OrderId id) {
    super("There is no order " + id + ".");
  }
}
