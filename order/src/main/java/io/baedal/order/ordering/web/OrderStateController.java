package io.baedal.order.ordering.web;

import io.baedal.order.ordering.PlacedStates;
import io.baedal.web.reconciliation.OrderChangeEndpoint;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RestController;

/** The states of orders as customers see them; unknown orders are omitted. */
@RestController
@Tag(name = "Reconciliation", description = "Called by the orchestrator, not by customers")
class OrderStateController extends OrderChangeEndpoint<PlacedStates.State> {

  OrderStateController(PlacedStates states) {
    super(states, states);
  }
}
