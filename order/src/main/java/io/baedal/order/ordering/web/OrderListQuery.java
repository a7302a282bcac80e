package io.baedal.order.ordering.web;

import io.baedal.order.ordering.CustomerStatus;
import io.baedal.order.ordering.OrderContent;
import io.baedal.order.ordering.OrderQuery;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import io.baedal.web.request.Name;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a list; all are optional. */
record OrderListQuery(
    @Name(max = OrderContent.NAME_LENGTH) @Nullable String customerId,
    @Name(max = OrderContent.NAME_LENGTH) @Nullable String storeId,
    @WholeNumber(min = 1, max = Long.MAX_VALUE) @Nullable Long number,
    @Schema(description = "The client's own reference") @Name(max = OrderContent.NAME_LENGTH)
        @Nullable String orderId,
    @Schema(description = "Any of these") @Nullable List<CustomerStatus> status,
    @Schema(description = "Placed at this time or later") @Nullable Instant placedFrom,
    @Schema(description = "Placed before this time") @Nullable Instant placedTo,
    @Schema(description = "Placed, cancellation requested, or closed at this time or later")
        @Nullable Instant changedSince,
    @Schema(description = Page.AFTER) @Nullable Cursor after,
    @Schema(defaultValue = "20") @WholeNumber(min = 1, max = Page.LARGEST_SIZE)
        @Nullable Integer size) {

  OrderQuery toQuery(Scope scope) {
    return new OrderQuery(
        customerId,
        storeId,
        number,
        orderId,
        status == null ? Set.of() : Set.copyOf(status),
        placedFrom,
        placedTo,
        changedSince,
        after,
        scope);
  }
}
