package io.baedal.orderview.view.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.orderview.view.Cancellation;
import io.baedal.orderview.view.OrderView;
import io.baedal.orderview.view.StatusChange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order view in responses. Fields of the placed order are missing or null if only later events
 * have arrived.
 */
record OrderViewResponse(
    UUID orderId,
    @Nullable Long number,
    @Nullable String clientReference,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String customerId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String storeId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<OrderPlaced.Item> items,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long amount,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String currency,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String deliveryAddress,
    @Nullable String phone,
    @Nullable String note,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String paymentMethod,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant placedAt,
    OrderStatus status,
    @Nullable ReasonCode reason,
    @Nullable String reasonComment,
    int sequence,
    Instant updatedAt,
    @Nullable Cancellation cancellation,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StatusChange> timeline) {

  static OrderViewResponse of(OrderView view) {
    return response(view, view.timeline());
  }

  static OrderViewResponse withoutTimeline(OrderView view) {
    return response(view, null);
  }

  private static OrderViewResponse response(OrderView view, @Nullable List<StatusChange> timeline) {
    OrderPlaced order = view.order();
    return new OrderViewResponse(
        view.orderId(),
        ifPlaced(order, OrderPlaced::number),
        ifPlaced(order, OrderPlaced::clientReference),
        ifPlaced(order, OrderPlaced::customerId),
        ifPlaced(order, OrderPlaced::storeId),
        ifPlaced(order, OrderPlaced::items),
        ifPlaced(order, OrderPlaced::amount),
        ifPlaced(order, OrderPlaced::currency),
        ifPlaced(order, OrderPlaced::deliveryAddress),
        ifPlaced(order, OrderPlaced::phone),
        ifPlaced(order, OrderPlaced::note),
        ifPlaced(order, OrderPlaced::paymentMethod),
        ifPlaced(order, OrderPlaced::placedAt),
        view.status(),
        view.reason(),
        view.reasonComment(),
        view.sequence(),
        view.updatedAt(),
        view.cancellation(),
        timeline);
  }

  private static <T> @Nullable T ifPlaced(
      @Nullable OrderPlaced order, Function<OrderPlaced, @Nullable T> field) {
    return order == null ? null : field.apply(order);
  }
}
