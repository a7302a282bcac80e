package io.baedal.delivery.state.web;

import io.baedal.delivery.state.DeliveryStates;
import io.baedal.web.reconciliation.OrderChangeEndpoint;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RestController;

/** The states of orders at store and courier. Unknown orders are omitted. */
@RestController
@Tag(name = "Reconciliation", description = "Called by the orchestrator, not by customers")
class DeliveryStateController extends OrderChangeEndpoint<DeliveryStates.State> {

  DeliveryStateController(DeliveryStates states) {
    super(states, states);
  }
}
