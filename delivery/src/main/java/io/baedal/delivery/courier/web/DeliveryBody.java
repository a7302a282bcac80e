package io.baedal.delivery.courier.web;

import io.baedal.delivery.courier.Route;
import io.baedal.web.request.Name;
import io.baedal.web.request.Text;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where a courier is to fetch and bring an order. */
record DeliveryBody(
    @Schema(example = "store-1") @Name(max = LONGEST_ID) String storeId,
    @Schema(example = "12 Harbour Street") @Text(max = 1000) String deliveryAddress) {

  /** The longest id of a store, in characters. */
  static final int LONGEST_ID = 200;

  Route toRoute() {
    return new Route(storeId, deliveryAddress);
  }
}
