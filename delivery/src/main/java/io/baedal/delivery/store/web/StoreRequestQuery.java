package io.baedal.delivery.store.web;

import io.baedal.delivery.store.StoreRequestStatus;
import io.baedal.delivery.store.StoreRequests;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to list; all of it may be left out. */
record StoreRequestQuery(
    @Schema(example = "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11") @Nullable UUID orderId,
    @Schema(example = "store-1")
        @Size(max = 200, message = "must be text of at most 200 characters")
        @Pattern(regexp = StoreRequestBody.STORABLE, message = StoreRequestBody.NOT_STORABLE)
        @Nullable String storeId,
    @Nullable StoreRequestStatus status,
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

  StoreRequests.Filter filter() {
    return new StoreRequests.Filter(
        orderId, storeId == null || storeId.isEmpty() ? null : storeId, status);
  }

  int pageOrFirst() {
    return page == null ? 0 : page;
  }

  int sizeOrDefault() {
    return size == null ? DEFAULT_SIZE : size;
  }
}
