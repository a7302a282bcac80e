package io.baedal.delivery.state.web;

import io.baedal.delivery.state.OrderStates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** What reconciliation asks; the gateway does not let it through. */
@RestController
@Tag(name = "Reconciliation", description = "Asked for by the orchestrator, not by customers")
class OrderStateController {

  private final OrderStates states;

  OrderStateController(OrderStates states) {
    this.states = states;
  }

  @GetMapping(path = "/order-states", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "How up to 100 orders stand at store and courier",
      description = "In no order; orders that are not known here are left out.")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "400", ref = "Problem")
  StateList states(@ParameterObject @Valid @ModelAttribute StateQuery query) {
    return new StateList(states.of(query.orderIds()));
  }

  @GetMapping(path = "/order-changes", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The orders that changed in a span of time, the earliest first",
      description =
          "An order can come twice. A page that is not full is the last one. The next page begins"
              + " with from and after of the last item.")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "400", ref = "Problem")
  ChangeList changes(@ParameterObject @Valid @ModelAttribute ChangeQuery query) {
    return new ChangeList(states.changes(query.span(), query.limitOrMost()));
  }

  record StateList(List<OrderStates.State> items) {}

  record ChangeList(List<OrderStates.Change> items) {}
}
