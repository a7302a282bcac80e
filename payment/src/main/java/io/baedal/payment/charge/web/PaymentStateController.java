package io.baedal.payment.charge.web;

import io.baedal.payment.charge.PaymentStates;
import io.baedal.web.reconciliation.OrderChangeEndpoint;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RestController;

/** The states of the payments of orders; orders without a payment are omitted. */
@RestController
@Tag(name = "Reconciliation", description = "Called by the orchestrator, not by customers")
class PaymentStateController extends OrderChangeEndpoint<PaymentStates.State> {

  PaymentStateController(PaymentStates states) {
    super(states, states);
  }
}
