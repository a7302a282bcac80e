package io.baedal.order.ordering;

/** Where ids of new orders come from. */
@FunctionalInterface
public interface OrderIds {

  /** An id that no order had before. */
  OrderId next();
}
