package io.baedal.delivery.courier.web;

import io.baedal.delivery.courier.Deliveries;
import io.baedal.delivery.courier.DeliveryStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to list; all of it may be left out. */
record DeliveryQuery(
    @Schema(example = "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11") @Nullable UUID orderId,
    @Nullable DeliveryStatus status,
    @Schema(defaultValue = "0", minimum = "0", maximum = "1000000")
        @Min(value = 0, message = PAGE)
        @Max(value = 1_000_000, message = PAGE)
        @Nullable Integer page,
    @Schema(defaultValue = "20", minimum = "1", maximum = "100")
        @Min(value = 1, message = SIZE)
        @Max(value = 100, message = SIZE)
        @Nullable Integer size) {

  private static final String PAGE = "must be a whole number from 0 to 1000000";
  private static final String SIZE = "must be a whole number from 1 to 100";
  private static final int DEFAULT_SIZE = 20;

  Deliveries.Filter filter() {
    return new Deliveries.Filter(orderId, status);
  }

  int pageOrFirst() {
    return page == null ? 0 : page;
  }

  int sizeOrDefault() {
    return size == null ? DEFAULT_SIZE : size;
  }
}
