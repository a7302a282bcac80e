package io.baedal.delivery.store.web;

import io.baedal.delivery.store.StoreOrder;
import io.baedal.web.request.Name;
import io.baedal.web.request.OrderNumbers;
import io.baedal.web.request.Text;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to a store.
 *
 * @param orderNumber the short number of the order; optional
 * @param deliveryAddress the delivery address; optional
 * @param note the customer's note; optional
 */
record StoreRequestBody(
    @Schema(example = "13") @WholeNumber(min = 1, max = OrderNumbers.LARGEST)
        @Nullable Long orderNumber,
    @Schema(example = "store-1") @Name(max = MAX_ID) String storeId,
    @Size(min = 1, max = 1000, message = "must be a list of {min} to {max} items")
        List<ItemBody> items,
    @Schema(example = "12 Harbour Street") @Text(max = 1000) @Nullable String deliveryAddress,
    @Schema(example = "no cutlery, please") @Text(max = 500) @Nullable String note) {

  /** The maximum length of a store id, in characters. */
  static final int MAX_ID = 200;

  StoreOrder toOrder() {
    return new StoreOrder(
        orderNumber, storeId, items.stream().map(ItemBody::toItem).toList(), deliveryAddress, note);
  }

  /**
   * One line of the order.
   *
   * @param options the customer's choices; optional
   */
  record ItemBody(
      @Schema(example = "Bibimbap") @Text(max = 500) String productName,
      @Schema(example = "2") @WholeNumber(min = 1, max = 999) int quantity,
      @Schema(example = "[\"no egg\"]")
          @Size(max = 20, message = "must be a list of at most {max} texts")
          @Nullable List<@Text(max = 100) String> options) {

    StoreOrder.Item toItem() {
      return new StoreOrder.Item(productName, quantity, options == null ? List.of() : options);
    }
  }
}
