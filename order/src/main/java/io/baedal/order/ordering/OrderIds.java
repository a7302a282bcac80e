package io.baedal.order.ordering;

/** Generates the ids of new orders. */
@FunctionalInterface
public interface OrderIds {

  /** An id that no order has had. */
  OrderId next();
}
