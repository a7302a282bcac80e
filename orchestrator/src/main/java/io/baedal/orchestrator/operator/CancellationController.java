package io.baedal.orchestrator.operator;

import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.acts.Instruction;
import io.baedal.orchestrator.acts.OperatorActs;
import io.baedal.orchestrator.correlation.CancelOrder;
import io.baedal.orchestrator.correlation.CancelOrder.Outcome;
import io.baedal.orchestrator.correlation.RetriedTransaction;
import io.baedal.orchestrator.operator.Requests.Reason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets an operator cancel an order. */
@RestController
class CancellationController {

  private final CancelOrder cancelOrder;
  private final OperatorActs acts;
  private final RetriedTransaction transaction;

  CancellationController(
      CancelOrder cancelOrder, OperatorActs acts, RetriedTransaction transaction) {
    this.cancelOrder = cancelOrder;
    this.acts = acts;
    this.transaction = transaction;
  }

  @Operation(
      summary = "Cancel an order as an operator",
      description =
          "202 while the order is being undone; 409 when the courier has it or it has ended.")
  @PostMapping(
      path = "/orders/{orderId}/cancellations",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Cancellation cancel(
      @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable("orderId")
          String id,
      @Valid @RequestBody Reason request,
      Principal operator) {
    UUID orderId = OrderIds.parse(id);
    var instruction = new Instruction(operator.getName(), request.reason());
    Outcome outcome = transaction.call(() -> cancel(orderId, instruction));
    return switch (outcome) {
      case ACCEPTED, CANCELLED_BEFORE -> new Cancellation(orderId, outcome);
      case UNKNOWN_ORDER -> throw Refusal.unknownOrder(orderId);
      case PICKED_UP, DELIVERED, REJECTED, SUSPENDED, PROCESS_MISSING, RUNS_ELSEWHERE ->
          throw Refusal.conflict(
              "cancellation-refused",
              "Order " + orderId + " cannot be cancelled: " + outcome + ".");
    };
  }

  private Outcome cancel(UUID orderId, Instruction instruction) {
    Outcome outcome =
        cancelOrder.onRequest(orderId, ReasonCode.OPERATOR_CANCELLED, instruction.reason());
    if (outcome == Outcome.ACCEPTED) {
      acts.cancelled(orderId, instruction);
    } else if (outcome == Outcome.CANCELLED_BEFORE) {
      acts.cancelledBefore(orderId, instruction);
    }
    return outcome;
  }

  record Cancellation(UUID orderId, Outcome outcome) {}
}
