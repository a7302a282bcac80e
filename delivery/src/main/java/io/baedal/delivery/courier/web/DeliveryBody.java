package io.baedal.delivery.courier.web;

import io.baedal.delivery.courier.Route;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Where a courier is to fetch and bring an order. */
record DeliveryBody(
    @Schema(example = "store-1")
        @NotBlank(message = STORE)
        @Size(max = 200, message = STORE)
        @Pattern(regexp = STORABLE, message = NOT_STORABLE)
        String storeId,
    @Schema(example = "12 Harbour Street")
        @NotBlank(message = ADDRESS)
        @Size(max = 1000, message = ADDRESS)
        @Pattern(regexp = STORABLE, message = NOT_STORABLE)
        String deliveryAddress) {

  /** What PostgreSQL can keep as text. */
  private static final String STORABLE = "[^\\x00\\p{Cs}]*";

  private static final String NOT_STORABLE = "must not contain NUL or half a character";
  private static final String STORE = "must be text of 1 to 200 characters";
  private static final String ADDRESS = "must be text of 1 to 1000 characters";

  Route toRoute() {
    return new Route(storeId, deliveryAddress);
  }
}
