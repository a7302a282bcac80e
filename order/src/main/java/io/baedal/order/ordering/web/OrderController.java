package io.baedal.order.ordering.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

import io.baedal.order.ordering.AdmitOrder;
import io.baedal.order.ordering.CancelOrder;
import io.baedal.order.ordering.Cancellation;
import io.baedal.order.ordering.FindOrders;
import io.baedal.order.ordering.Order;
import io.baedal.order.ordering.OrderContent;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderQuery;
import io.baedal.order.ordering.OrderStatus;
import io.baedal.order.ordering.Placement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The order API for customers. What it produces is checked before anything is done. */
@RestController
@RequestMapping(path = "/orders", produces = APPLICATION_JSON_VALUE)
@Tag(name = "Orders", description = "Place, look up and cancel orders")
class OrderController {

  private static final Logger log = LoggerFactory.getLogger(OrderController.class);

  private final AdmitOrder admitOrder;
  private final CancelOrder cancelOrder;
  private final FindOrders findOrders;
  private final OrderContentReader contents;

  OrderController(
      AdmitOrder admitOrder,
      CancelOrder cancelOrder,
      FindOrders findOrders,
      OrderContentReader contents) {
    this.admitOrder = admitOrder;
    this.cancelOrder = cancelOrder;
    this.findOrders = findOrders;
    this.contents = contents;
  }

  @Operation(
      summary = "Place an order",
      description = "The same Idempotency-Key with the same content gives the same answer again.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = Examples.NewOrder.class),
                      examples = {
                        @ExampleObject(name = "order", value = Examples.ORDER),
                        @ExampleObject(
                            name = "short form",
                            description = "Where the service has defaults for the rest",
                            value = Examples.SHORT_ORDER)
                      })))
  @Parameter(
      in = ParameterIn.HEADER,
      name = "Idempotency-Key",
      description = "Names this attempt: 1 to 128 visible ASCII characters",
      schema = @Schema(type = "string", maxLength = 128))
  @ApiResponse(responseCode = "201", description = "Placed; Location is its path")
  @ApiResponse(responseCode = "200", description = "This customer's order of that orderId, as is")
  @BadRequestResponse
  @ApiResponse(
      responseCode = "422",
      description = "Key or orderId used for another order before",
      content =
          @Content(
              mediaType = APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  @ApiResponse(
      responseCode = "503",
      description = "Too much to do: nothing was placed, come again after Retry-After seconds",
      content =
          @Content(
              mediaType = APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  @PostMapping
  ResponseEntity<OrderResponse> place(
      @Parameter(hidden = true) JsonBody body, HttpServletRequest request) {
    var errors = new FieldErrors();
    var key = IdempotencyKeyHeader.read(request, errors);
    OrderContent content = contents.read(body, errors);
    Placement placement = admitOrder.place(content, key);
    Order order = placement.order();
    log("placed or found again", order.id());
    return ResponseEntity.status(placement.placed() ? HttpStatus.CREATED : HttpStatus.OK)
        .location(URI.create("/orders/" + order.id()))
        .body(OrderResponse.of(order));
  }

  @Operation(summary = "Look an order up")
  @ApiResponse(responseCode = "200", description = "The order")
  @NotFoundResponse
  @GetMapping("/{id}")
  OrderResponse find(@PathVariable String id) {
    return OrderResponse.of(findOrders.byId(PathId.read(id)));
  }

  @Operation(summary = "List orders, newest first")
  @Parameter(in = ParameterIn.QUERY, name = "customerId", schema = @Schema(type = "string"))
  @Parameter(in = ParameterIn.QUERY, name = "storeId", schema = @Schema(type = "string"))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "status",
      schema = @Schema(implementation = OrderStatus.class))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "page",
      schema = @Schema(type = "integer", defaultValue = "0", minimum = "0", maximum = "100000"))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "size",
      schema = @Schema(type = "integer", defaultValue = "20", minimum = "1", maximum = "100"))
  @ApiResponse(responseCode = "200", description = "A page of orders")
  @BadRequestResponse
  @GetMapping
  OrderListResponse list(HttpServletRequest request) {
    var errors = new FieldErrors();
    var query = new QueryReader(request, errors);
    String customer = query.text("customerId", OrderContent.CUSTOMER_ID);
    String store = query.text("storeId", OrderContent.STORE_ID);
    OrderStatus status = query.oneOf("status", OrderStatus.class);
    int page = query.wholeNumber("page", OrderQuery.PAGE, 0);
    int size = query.wholeNumber("size", OrderQuery.SIZE, 20);
    errors.throwIfAny();
    var asked = new OrderQuery(customer, store, status, page, size);
    return OrderListResponse.of(findOrders.list(asked), asked);
  }

  @Operation(
      summary = "Ask to cancel an order",
      description = "Possible until the courier has it. The order says later what became of it.",
      requestBody =
          @RequestBody(
              content =
                  @Content(
                      mediaType = APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = Examples.CancellationRequest.class),
                      examples = @ExampleObject(Examples.CANCELLATION))))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "reason",
      description = "The customer's comment, here or in the body",
      schema = @Schema(type = "string", maxLength = 200))
  @ApiResponse(responseCode = "202", description = "Asked for, now or before")
  @BadRequestResponse
  @NotFoundResponse
  @ApiResponse(
      responseCode = "409",
      description = "The order has ended, or a cancel was refused",
      content =
          @Content(
              mediaType = APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  OrderResponse cancel(
      @PathVariable String id,
      @Parameter(hidden = true) JsonBody body,
      HttpServletRequest request) {
    OrderId orderId = PathId.read(id);
    Order order = cancelOrder.request(orderId, comment(body, request));
    log("cancellation requested", orderId);
    return OrderResponse.of(order);
  }

  private static @Nullable String comment(JsonBody body, HttpServletRequest request) {
    var errors = new FieldErrors();
    var query = new QueryReader(request, errors);
    String comment = query.text("reason", Cancellation.COMMENT);
    if (!body.isAbsent()) {
      FieldReader fields = body.fields(errors);
      if (query.has("reason") && fields.has("reason")) {
        errors.add("reason", "must be given in the query or the body, not in both");
      } else if (fields.has("reason")) {
        comment = fields.optionalText("reason", Cancellation.COMMENT);
      }
      fields.rejectUnknown();
    }
    errors.throwIfAny();
    return comment;
  }

  private static void log(String what, OrderId id) {
    try (var ignored = MDC.putCloseable("orderId", id.toString())) {
      log.info("order {}", what);
    }
  }
}
