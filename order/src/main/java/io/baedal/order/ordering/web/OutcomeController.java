package io.baedal.order.ordering.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

import io.baedal.messaging.event.ReasonCode;
import io.baedal.order.ordering.CloseOrder;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderOutcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** The call by which the process says how an order ended. */
@RestController
@Tag(name = "Process", description = "Called by the process, not by customers")
class OutcomeController {

  private static final Logger log = LoggerFactory.getLogger(OutcomeController.class);

  private final CloseOrder closeOrder;

  OutcomeController(CloseOrder closeOrder) {
    this.closeOrder = closeOrder;
  }

  @Operation(
      summary = "Say how an order ended",
      description = "Saying so again changes nothing.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = Examples.Outcome.class),
                      examples = @ExampleObject(Examples.OUTCOME))))
  @ApiResponse(responseCode = "200", description = "The order, closed")
  @BadRequestResponse
  @NotFoundResponse
  @ApiResponse(
      responseCode = "409",
      description = "It ended with another outcome",
      content =
          @Content(
              mediaType = APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  @PutMapping(path = "/orders/{id}/outcome", produces = APPLICATION_JSON_VALUE)
  OrderResponse close(@PathVariable String id, @Parameter(hidden = true) JsonBody body) {
    OrderId orderId = PathId.read(id);
    var errors = new FieldErrors();
    FieldReader fields = body.fields(errors);
    OrderOutcome outcome = fields.oneOf("outcome", OrderOutcome.class);
    ReasonCode reason = fields.optionalOneOf("reason", ReasonCode.class);
    fields.rejectUnknown();
    errors.throwIfAny();
    var order = closeOrder.close(orderId, outcome, reason);
    try (var ignored = MDC.putCloseable("orderId", id)) {
      log.info("order closed: {}", outcome);
    }
    return OrderResponse.of(order);
  }
}
