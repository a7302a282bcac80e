package io.baedal.delivery.courier;

import org.jspecify.annotations.Nullable;

/**
 * From where to where the courier goes, and what helps on the way.
 *
 * @param orderNumber what people say on the phone for the order, if it has a number
 * @param note what the customer wrote, if anything
 * @param phone how the courier reaches the customer, if the customer said so
 */
public record Route(
    @Nullable Long orderNumber,
    String storeId,
    String deliveryAddress,
    @Nullable String note,
    @Nullable String phone) {

  public Route {
    if (storeId.trim().isEmpty() || deliveryAddress.trim().isEmpty()) {
      throw new IllegalArgumentException("a route needs two ends");
    }
  }

  /** Nothing of the customer, so that no log has it. */
  @Override
  public String toString() {
    return "Route[orderNumber=" + orderNumber + ", storeId=" + storeId + "]";
  }
}
