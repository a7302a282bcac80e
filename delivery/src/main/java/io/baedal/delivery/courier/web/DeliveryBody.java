package io.baedal.delivery.courier.web;

import io.baedal.delivery.courier.Route;
import io.baedal.web.request.Name;
import io.baedal.web.request.OrderNumbers;
import io.baedal.web.request.Text;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request for a delivery.
 *
 * @param orderNumber the short number of the order; optional
 * @param note the customer's note; optional
 * @param phone the customer's phone number; optional
 */
record DeliveryBody(
    @Schema(example = "13") @WholeNumber(min = 1, max = OrderNumbers.LARGEST)
        @Nullable Long orderNumber,
    @Schema(example = "store-1") @Name(max = MAX_ID) String storeId,
    @Schema(example = "12 Harbour Street") @Text(max = 1000) String deliveryAddress,
    @Schema(example = "ring twice") @Text(max = 500) @Nullable String note,
    @Schema(example = "+82 2 123 4567") @Text(max = 32) @Nullable String phone) {

  /** The maximum length of a store id, in characters. */
  static final int MAX_ID = 200;

  Route toRoute() {
    return new Route(orderNumber, storeId, deliveryAddress, note, phone);
  }
}
