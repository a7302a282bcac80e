package io.baedal.orderview.view.web;

import io.baedal.orderview.view.OrderStates;
import io.baedal.web.reconciliation.OrderStateEndpoint;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RestController;

/** The states of the views of orders. */
@RestController
@Tag(name = "Reconciliation", description = "Called by the orchestrator, not by customers")
class OrderStateController extends OrderStateEndpoint<OrderStates.State> {

  OrderStateController(OrderStates states) {
    super(states);
  }
}
