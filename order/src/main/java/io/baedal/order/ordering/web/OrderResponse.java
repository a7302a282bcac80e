package io.baedal.order.ordering.web;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.order.ordering.Cancellation;
import io.baedal.order.ordering.CustomerStatus;
import io.baedal.order.ordering.Order;
import io.baedal.order.ordering.OrderContent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order in API responses. */
@Schema(name = "Order")
record OrderResponse(
    @Schema(description = "The order's id, for use in all paths") UUID id,
    @Schema(description = "A short number for people; accepted in all paths too", example = "13")
        long number,
    @Schema(description = "The client's own reference, if it gave one", example = "30")
        @Nullable String orderId,
    @Schema(example = "customer-1") String customerId,
    @Schema(example = "store-1") String storeId,
    CustomerStatus status,
    @Schema(description = "Why it was cancelled or rejected") @Nullable ReasonCode reason,
    @Schema(description = "The comment of the store or the operator on it", example = "sold out")
        @Nullable String reasonComment,
    List<ItemResponse> items,
    @Schema(description = "Sum of all items in whole minor units", example = "24000") long amount,
    @Schema(description = "ISO 4217", example = "KRW") String currency,
    @Schema(example = "Seoul, Songpa-gu, Wiryeseong-daero 2") String deliveryAddress,
    @Schema(example = "CARD") String paymentMethod,
    @Nullable String note,
    @Nullable String phone,
    Instant placedAt,
    @Schema(description = "When the order service closed it") @Nullable Instant closedAt,
    @Nullable CancellationResponse cancellation,
    @Schema(description = "Additional information about this answer, if any")
        @Nullable String notice) {

  @Schema(name = "Item")
  record ItemResponse(
      @Schema(example = "APPLE") String productName,
      @Schema(example = "2") int quantity,
      @Schema(description = "In whole minor units", example = "12000") long unitPrice,
      List<String> options) {}

  @Schema(name = "Cancellation", description = "The customer's request to cancel, if any")
  record CancellationResponse(
      Instant requestedAt,
      @Nullable String comment,
      Cancellation.Outcome outcome,
      OrderCancellationRefused.@Nullable Reason refusedBecause) {

    static @Nullable CancellationResponse of(@Nullable Cancellation cancellation) {
      return cancellation == null
          ? null
          : new CancellationResponse(
              cancellation.requestedAt(),
              cancellation.comment(),
              cancellation.outcome(),
              cancellation.refusedBecause());
    }
  }

  static OrderResponse of(Order order) {
    return of(order, null);
  }

  static OrderResponse of(Order order, @Nullable String notice) {
    OrderContent content = order.content();
    return new OrderResponse(
        order.id().value(),
        order.number(),
        content.clientReference(),
        content.customerId(),
        content.storeId(),
        order.status(),
        order.reason(),
        order.reasonComment(),
        content.items().stream()
            .map(i -> new ItemResponse(i.productName(), i.quantity(), i.unitPrice(), i.options()))
            .toList(),
        content.total().amount(),
        content.currency().getCurrencyCode(),
        content.deliveryAddress(),
        content.paymentMethod(),
        content.note(),
        content.phone(),
        order.placedAt(),
        order.closedAt(),
        CancellationResponse.of(order.cancellation()),
        notice);
  }
}
