package io.baedal.orderview.view.web;

import io.baedal.orderview.view.OrderStates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What reconciliation asks; the gateway does not let it through. */
@RestController
@Tag(name = "Reconciliation", description = "Asked for by the orchestrator, not by customers")
class OrderStateController {

  private static final int MOST = 100;

  private final OrderStates states;

  OrderStateController(OrderStates states) {
    this.states = states;
  }

  @GetMapping("/order-states")
  @Operation(
      summary = "What is shown of up to 100 orders",
      description = "In no order; orders that are not known here are left out.")
  StateList states(
      @RequestParam(required = false)
          @Parameter(
              required = true,
              array =
                  @ArraySchema(
                      minItems = 1,
                      maxItems = MOST,
                      schema = @Schema(type = "string", format = "uuid")))
          @Nullable List<String> orderId) {
    if (orderId == null || orderId.isEmpty() || orderId.size() > MOST) {
      throw new InvalidRequest(
          List.of(new InvalidRequest.Field("orderId", "must be given 1 to " + MOST + " times")));
    }
    return new StateList(states.of(orderId.stream().map(OrderIdParameter::parse).toList()));
  }

  record StateList(List<OrderStates.State> items) {}
}
