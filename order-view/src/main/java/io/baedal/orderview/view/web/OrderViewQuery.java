package io.baedal.orderview.view.web;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.orderview.view.ViewFilter;
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
import org.jspecify.annotations.Nullable;

/** The parameters of a list; all are optional. */
record OrderViewQuery(
    @Name(max = MAX_NAME) @Nullable String customerId,
    @Name(max = MAX_NAME) @Nullable String storeId,
    @Schema(description = "Any of these") @Nullable List<OrderStatus> status,
    @Schema(description = "Placed at this time or later") @Nullable Instant placedFrom,
    @Schema(description = "Placed before this time") @Nullable Instant placedTo,
    @Schema(
            description =
                "Changed at this time or later. The time of a change is when this service received"
                    + " it, which can be later than updatedAt")
        @Nullable Instant changedSince,
    @Schema(description = "The order's number", example = "13")
        @WholeNumber(min = 1, max = OrderNumbers.LARGEST)
        @Nullable Long number,
    @Schema(description = "The customer's reference for the order") @Name(max = MAX_NAME)
        @Nullable String clientReference,
    @Schema(description = Page.AFTER) @Nullable Cursor after,
    @Schema(defaultValue = "20") @WholeNumber(min = 1, max = Page.LARGEST_SIZE)
        @Nullable Integer size) {

  private static final int MAX_NAME = 200;

  ViewFilter filter(Scope scope) {
    return new ViewFilter(
        customerId,
        storeId,
        status == null ? Set.of() : Set.copyOf(status),
        placedFrom,
        placedTo,
        changedSince,
        number,
        clientReference,
        scope);
  }
}
