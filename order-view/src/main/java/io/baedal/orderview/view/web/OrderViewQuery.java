package io.baedal.orderview.view.web;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.orderview.view.ViewFilter;
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
    @Name(max = LONGEST_NAME) @Nullable String customerId,
    @Name(max = LONGEST_NAME) @Nullable String storeId,
    @Schema(description = "Any of these") @Nullable List<OrderStatus> status,
    @Schema(description = "Placed then or later") @Nullable Instant placedFrom,
    @Schema(description = "Placed before") @Nullable Instant placedTo,
    @Schema(
            description =
                "Whose view changed then or later. What counts is when this service received the"
                    + " change, which can be later than updatedAt")
        @Nullable Instant changedSince,
    @Schema(description = "The order's number", example = "13")
        @WholeNumber(min = 1, max = OrderNumbers.LARGEST)
        @Nullable Long number,
    @Schema(description = "The customer's own reference for the order") @Name(max = LONGEST_NAME)
        @Nullable String clientReference,
    @Schema(description = Page.AFTER) @Nullable Cursor after,
    @Schema(defaultValue = "20") @WholeNumber(min = 1, max = Page.LARGEST_SIZE)
        @Nullable Integer size) {

  private static final int LONGEST_NAME = 200;

  ViewFilter filter() {
    return new ViewFilter(
        customerId,
        storeId,
        status == null ? Set.of() : Set.copyOf(status),
        placedFrom,
        placedTo,
        changedSince,
        number,
        clientReference);
  }
}
