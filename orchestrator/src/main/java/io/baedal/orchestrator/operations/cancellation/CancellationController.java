package io.baedal.orchestrator.operations.cancellation;

import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.operations.Reason;
import io.baedal.orchestrator.operations.Reasons;
import io.baedal.orchestrator.operations.Refusals;
import io.baedal.orchestrator.operations.acts.Instruction;
import io.baedal.orchestrator.operations.acts.OperatorActs;
import io.baedal.orchestrator.saga.DecideOnCancellation;
import io.baedal.orchestrator.saga.DecideOnCancellation.Outcome;
import io.baedal.orchestrator.saga.RetriedTransaction;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.request.OrderPath;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets an operator cancel an order. */
@RestController
@Tag(name = "Cancellations", description = "Orders that an operator cancels")
class CancellationController {

  private final DecideOnCancellation cancelOrder;
  private final OperatorActs acts;
  private final RetriedTransaction transaction;

  CancellationController(
      DecideOnCancellation cancelOrder, OperatorActs acts, RetriedTransaction transaction) {
    this.cancelOrder = cancelOrder;
    this.acts = acts;
    this.transaction = transaction;
  }

  @Operation(
      summary = "Cancel an order as an operator",
      description =
          "202 if the order is being undone, 409 if the courier has it or it has ended. The reason"
              + " is truncated to 500 characters; the customer may read it.")
  @PostMapping(
      path = "/orders/{orderId}/cancellations",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @ApiResponse(responseCode = "202")
  @ApiResponse(responseCode = "409", ref = "Problem")
  @AllowedFor(Role.OPERATOR)
  Cancellation cancel(@OrderPath UUID orderId, @RequestBody Reason request, Principal operator) {
    Instruction instruction = Reasons.instruction(operator, request.reason());
    Outcome outcome = transaction.call(() -> cancel(orderId, instruction));
    return switch (outcome) {
      case ACCEPTED, CANCELLED_BEFORE ->
          new Cancellation(orderId, outcome, Reasons.notice(request.reason()));
      case UNKNOWN_ORDER -> throw Refusals.unknownOrder(orderId);
      case PICKED_UP, DELIVERED, REJECTED, SUSPENDED, PROCESS_MISSING, RUNS_ELSEWHERE ->
          throw Refusals.of(
              ProblemType.CANCELLATION_REFUSED,
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

  /**
   * The outcome of the request.
   *
   * @param notice says that the reason was truncated; null if it was not
   */
  record Cancellation(UUID orderId, Outcome outcome, @Nullable String notice) {}
}
