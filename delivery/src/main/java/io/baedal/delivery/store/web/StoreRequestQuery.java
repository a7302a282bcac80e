package io.baedal.delivery.store.web;

import io.baedal.delivery.store.StoreRequestStatus;
import io.baedal.delivery.work.Works;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import io.baedal.web.request.Name;
import io.baedal.web.request.OrderNumbers;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parameters of a list; all are optional. */
record StoreRequestQuery(
    @Schema(example = "5f0c6c1e-7a52-4a2f-9a53-0d3f5a1f9b11") @Nullable UUID orderId,
    @Schema(example = "13") @WholeNumber(min = 1, max = OrderNumbers.LARGEST)
        @Nullable Long orderNumber,
    @Schema(example = "store-1") @Name(max = StoreRequestBody.MAX_ID) @Nullable String storeId,
    @Schema(description = "Any of these") @Nullable List<StoreRequestStatus> status,
    @Schema(description = "Changed at this time or later") @Nullable Instant changedSince,
    @Schema(description = Page.AFTER) @Nullable Cursor after,
    @Schema(defaultValue = "20") @WholeNumber(min = 1, max = Page.LARGEST_SIZE)
        @Nullable Integer size) {

  Works.Filter<StoreRequestStatus> filter(Scope scope) {
    return new Works.Filter<>(
        orderId,
        orderNumber,
        storeId,
        status == null ? Set.of() : Set.copyOf(status),
        changedSince,
        scope);
  }
}
