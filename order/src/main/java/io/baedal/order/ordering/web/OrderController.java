package io.baedal.order.ordering.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.baedal.order.ordering.AdmitOrder;
import io.baedal.order.ordering.CancelOrder;
import io.baedal.order.ordering.Cancellation;
import io.baedal.order.ordering.FindOrders;
import io.baedal.order.ordering.Order;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.Placement;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import io.baedal.web.request.OrderPath;
import io.baedal.web.request.Query;
import io.baedal.web.request.Remark;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The order API for customers. */
@RestController
@RequestMapping(path = "/orders", produces = APPLICATION_JSON_VALUE)
@Tag(name = "Orders", description = "Place, read and cancel orders")
class OrderController {

  private static final Logger log = LoggerFactory.getLogger(OrderController.class);

  private final AdmitOrder admitOrder;
  private final CancelOrder cancelOrder;
  private final FindOrders findOrders;
  private final NewOrderCheck newOrders;

  OrderController(
      AdmitOrder admitOrder,
      CancelOrder cancelOrder,
      FindOrders findOrders,
      NewOrderCheck newOrders) {
    this.admitOrder = admitOrder;
    this.cancelOrder = cancelOrder;
    this.findOrders = findOrders;
    this.newOrders = newOrders;
  }

  @PostMapping
  @Operation(
      summary = "Place an order",
      description =
          "The price of each item is that of the store's menu. A request with another price, or for"
              + " what is not on the menu, is refused with every difference in errors; the item of"
              + " the short form is items[0]. A repeated Idempotency-Key of a customer with the same content returns the same answer,"
              + " for two days. An orderId that the customer has used before returns that order in"
              + " its current state; if it has ended, notice reports it. A new order needs a new"
              + " orderId.")
  @Parameter(
      in = ParameterIn.HEADER,
      name = IdempotencyKeyHeader.NAME,
      description = "Identifies this attempt: 1 to 128 visible ASCII characters",
      schema = @Schema(type = "string", maxLength = 128))
  @ApiResponse(responseCode = "201", description = "Placed; Location is its path")
  @ApiResponse(responseCode = "200", description = "The customer's existing order of that orderId")
  @ApiResponse(responseCode = "422", ref = "Problem")
  @AllowedFor({Role.CUSTOMER, Role.OPERATOR})
  ResponseEntity<OrderResponse> place(@RequestBody NewOrder body, HttpServletRequest request) {
    Placement placement =
        admitOrder.place(newOrders.request(body), IdempotencyKeyHeader.of(request));
    Order order = placement.order();
    MDC.put("orderId", order.id().toString());
    log.info("order placed or found");
    return ResponseEntity.status(placement.placed() ? HttpStatus.CREATED : HttpStatus.OK)
        .location(URI.create("/orders/" + order.id()))
        .body(OrderResponse.of(order, notice(placement)));
  }

  @GetMapping("/{id}")
  @Operation(summary = "Get an order")
  @AllowedFor({Role.CUSTOMER, Role.STORE, Role.OPERATOR})
  OrderResponse find(@OrderPath UUID id, Scope scope) {
    return OrderResponse.of(findOrders.byId(new OrderId(id), scope));
  }

  @GetMapping
  @Operation(summary = "List orders, newest first")
  @AllowedFor({Role.CUSTOMER, Role.STORE, Role.OPERATOR})
  Page<OrderResponse> list(@Query OrderListQuery query, Scope scope) {
    int size = Page.sizeOf(query.size());
    return Page.of(
        findOrders.list(query.toQuery(scope), size + 1),
        size,
        order -> new Cursor(order.placedAt(), order.id().value()),
        OrderResponse::of);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Request the cancellation of an order",
      description =
          "Possible until the courier has picked it up. The order shows the outcome later. A reason"
              + " can be given in the query or in the body. It never prevents the cancellation: a"
              + " reason that is too long is truncated, and notice reports it.")
  @ApiResponse(responseCode = "202", description = "Requested, by this or an earlier call")
  @ApiResponse(responseCode = "409", ref = "Problem")
  @AllowedFor({Role.CUSTOMER, Role.OPERATOR})
  OrderResponse cancel(
      @OrderPath UUID id,
      @Query CancellationQuery query,
      @RequestBody(required = false) @Nullable CancellationRequest body,
      Scope scope) {
    Remark remark = Remark.either(query.reason(), body == null ? null : body.reason());
    Order order =
        cancelOrder.request(
            new OrderId(id), Remark.kept(remark, Cancellation.COMMENT_LENGTH), scope);
    log.info("cancellation requested");
    return OrderResponse.of(order, Remark.notice(remark, Cancellation.COMMENT_LENGTH));
  }

  private static @Nullable String notice(Placement placement) {
    Order order = placement.order();
    return !placement.placed() && order.status().ended()
        ? "This order was placed before and has ended: it is %s. A new one needs a new orderId."
            .formatted(order.status())
        : null;
  }

  record CancellationQuery(
      @Schema(description = "The customer's comment, here or in the body")
          @Nullable Remark reason) {}

  record CancellationRequest(@Schema(example = "ordered twice") @Nullable Remark reason) {}
}
