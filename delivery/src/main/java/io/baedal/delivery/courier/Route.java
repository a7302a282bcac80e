package io.baedal.delivery.courier;

/** From where to where the courier goes. */
public record Route(String storeId, String deliveryAddress) {

  public Route {
    if (storeId.trim().isEmpty() || deliveryAddress.trim().isEmpty()) {
      throw new IllegalArgumentException("a route needs two ends");
    }
  }
}
