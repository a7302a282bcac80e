package io.baedal.order.ordering.web;

import io.baedal.order.ordering.PlacedStates;
import io.baedal.web.reconciliation.OrderChangeEndpoint;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RestController;

/** How orders stand for their customers; one that was never placed is left out. */
@RestController
@Tag(name = "Reconciliation", description = "Asked for by the orchestrator, not by customers")
class OrderStateController extends OrderChangeEndpoint<PlacedStates.State> {

  OrderStateController(PlacedStates states) {
    super(states, states);
  }
}
