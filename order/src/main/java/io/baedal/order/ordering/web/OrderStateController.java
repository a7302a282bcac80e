package io.baedal.order.ordering.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.baedal.order.ordering.OrderStates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What reconciliation asks; the gateway does not let it through. */
@RestController
@Tag(name = "Reconciliation", description = "Asked for by the orchestrator, not by customers")
class OrderStateController {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final OrderStates states;

  OrderStateController(OrderStates states) {
    this.states = states;
  }

  @Operation(
      summary = "How up to 100 orders stand",
      description = "In no order; orders that were never placed are left out.")
  @Parameter(
      in = ParameterIn.QUERY,
      name = "orderId",
      required = true,
      description = "Given once for each order",
      array =
          @ArraySchema(
              minItems = 1,
              maxItems = OrderStates.MOST,
              schema = @Schema(type = "string", format = "uuid")))
  @ApiResponse(responseCode = "200", description = "Those that there are")
  @BadRequestResponse
  @GetMapping(path = "/order-states", produces = APPLICATION_JSON_VALUE)
  StateList states(HttpServletRequest request) {
    var errors = new FieldErrors();
    List<UUID> ids = new QueryReader(request, errors).ids("orderId", OrderStates.MOST);
    errors.throwIfAny();
    return new StateList(states.of(ids));
  }

  @Operation(
      summary = "The orders that changed in a span of time, the earliest first",
      description =
          "A page that is not full is the last one. The next page begins with from and after of"
              + " the last item.")
  @Parameter(
      in = ParameterIn.QUERY,
      name = "from",
      required = true,
      schema = @Schema(type = "string", format = "date-time"))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "after",
      description = "Of the changes at from, only those of greater order ids",
      schema = @Schema(type = "string", format = "uuid"))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "to",
      required = true,
      schema = @Schema(type = "string", format = "date-time"))
  @Parameter(
      in = ParameterIn.QUERY,
      name = "limit",
      schema = @Schema(type = "integer", defaultValue = "100", minimum = "1", maximum = "100"))
  @ApiResponse(responseCode = "200", description = "A page of changes")
  @BadRequestResponse
  @GetMapping(path = "/order-changes", produces = APPLICATION_JSON_VALUE)
  ChangeList changes(HttpServletRequest request) {
    var errors = new FieldErrors();
    var query = new QueryReader(request, errors);
    Instant from = query.instant("from");
    UUID after = query.has("after") ? query.id("after") : BEFORE_ALL;
    Instant to = query.instant("to");
    int limit = query.wholeNumber("limit", OrderStates.LIMIT, OrderStates.MOST);
    errors.throwIfAny();
    return new ChangeList(states.changes(new OrderStates.Span(from, after, to), limit));
  }

  record StateList(List<OrderStates.State> items) {}

  record ChangeList(List<OrderStates.Change> items) {}
}
