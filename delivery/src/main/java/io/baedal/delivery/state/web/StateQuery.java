package io.baedal.delivery.state.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Which orders to show; {@code orderId} is given once for each order. */
record StateQuery(
    @Schema(example = "[\"5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11\"]")
        @NotNull(message = ORDER_IDS)
        @Size(min = 1, max = 100, message = ORDER_IDS)
        List<@Pattern(regexp = UUID_TEXT, message = "must be a UUID") String> orderId) {

  private static final String ORDER_IDS = "must be given 1 to 100 times";

  /** Within a list Spring MVC takes {@code 1-1-1-1-1} too. */
  private static final String UUID_TEXT = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

  List<UUID> orderIds() {
    return orderId.stream().map(UUID::fromString).toList();
  }
}
