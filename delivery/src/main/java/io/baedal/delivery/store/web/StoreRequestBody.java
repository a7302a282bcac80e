package io.baedal.delivery.store.web;

import io.baedal.delivery.store.StoreOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store is to be asked.
 *
 * @param deliveryAddress where the order will go; may be left out
 */
record StoreRequestBody(
    @Schema(example = "store-1")
        @NotBlank(message = STORE)
        @Size(max = 200, message = STORE)
        @Pattern(regexp = STORABLE, message = NOT_STORABLE)
        String storeId,
    @NotEmpty(message = ITEMS) @Size(max = 1000, message = ITEMS)
        List<@NotNull(message = "must be an object") @Valid ItemBody> items,
    @Schema(example = "12 Harbour Street")
        @Size(max = 1000, message = "must be text of at most 1000 characters")
        @Pattern(regexp = STORABLE, message = NOT_STORABLE)
        @Nullable String deliveryAddress) {

  /** What PostgreSQL can keep as text. */
  static final String STORABLE = "[^\\x00\\p{Cs}]*";

  static final String NOT_STORABLE = "must not contain NUL or half a character";
  private static final String STORE = "must be text of 1 to 200 characters";
  private static final String ITEMS = "must be a list of 1 to 1000 items";
  private static final String PRODUCT = "must be text of 1 to 500 characters";
  private static final String QUANTITY = "must be a whole number from 1 to 999";

  StoreOrder toOrder() {
    return new StoreOrder(storeId, items.stream().map(ItemBody::toItem).toList(), deliveryAddress);
  }

  /** One line of the order. */
  record ItemBody(
      @Schema(example = "Bibimbap")
          @NotBlank(message = PRODUCT)
          @Size(max = 500, message = PRODUCT)
          @Pattern(regexp = STORABLE, message = NOT_STORABLE)
          String productName,
      @Schema(example = "2")
          @Min(value = 1, message = QUANTITY)
          @Max(value = 999, message = QUANTITY)
          int quantity) {

    StoreOrder.Item toItem() {
      return new StoreOrder.Item(productName, quantity);
    }
  }
}
