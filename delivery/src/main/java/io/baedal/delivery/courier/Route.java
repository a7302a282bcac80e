package io.baedal.delivery.courier;

import org.jspecify.annotations.Nullable;

/**
 * Where the courier picks up and delivers an order.
 *
 * @param orderNumber the short number of the order, if it has one
 * @param note the customer's note, if any
 * @param phone the customer's phone number, if given
 */
public record Route(
    @Nullable Long orderNumber,
    String storeId,
    String deliveryAddress,
    @Nullable String note,
    @Nullable String phone) {

  public Route {
    if (storeId.trim().isEmpty() || deliveryAddress.trim().isEmpty()) {
      throw new IllegalArgumentException("a route needs a store and an address");
    }
  }

  /** Omits customer data, so that it is not logged. */
  @Override
  public String toString() {
    return "Route[orderNumber=" + orderNumber + ", storeId=" + storeId + "]";
  }
}
