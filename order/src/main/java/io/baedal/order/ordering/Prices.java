package io.baedal.order.ordering;

import java.util.List;

/** Determines what the items of new orders cost. */
public interface Prices {

  /**
   * The items of a request with the prices of this moment, in the same order. Changes nothing.
   *
   * @throws OrderRefused if an item cannot be ordered, or not at the price in the request
   */
  List<Item> of(OrderRequest request);
}
