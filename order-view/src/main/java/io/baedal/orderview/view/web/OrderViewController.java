package io.baedal.orderview.view.web;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.orderview.view.OrderViews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Parameters come as text, so that all that are wrong can be named at once. */
@RestController
@RequestMapping("/order-views")
@Tag(name = "Order views", description = "Where each order stands and how it came there")
class OrderViewController {

  private final OrderViews views;

  OrderViewController(OrderViews views) {
    this.views = views;
  }

  @GetMapping("/{orderId}")
  @Operation(summary = "One order with its timeline")
  OrderViewResponse one(
      @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String orderId) {
    UUID id = OrderIdParameter.parse(orderId);
    return views.find(id).map(OrderViewResponse::of).orElseThrow(() -> new UnknownOrder(id));
  }

  @GetMapping
  @Operation(summary = "Orders, newest first, without their timelines")
  PageResponse list(
      @RequestParam(required = false) @Nullable String customerId,
      @RequestParam(required = false) @Nullable String storeId,
      @RequestParam(required = false)
          @Parameter(schema = @Schema(implementation = OrderStatus.class))
          @Nullable String status,
      @RequestParam(required = false)
          @Parameter(schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
          @Nullable String page,
      @RequestParam(required = false)
          @Parameter(
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
          @Nullable String size) {
    ListQuery query = ListQuery.parse(customerId, storeId, status, page, size);
    return PageResponse.of(views.list(query.filter(), query.page(), query.size()));
  }
}
