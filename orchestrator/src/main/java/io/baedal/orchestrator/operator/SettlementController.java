package io.baedal.orchestrator.operator;

import io.baedal.orchestrator.acts.Instruction;
import io.baedal.orchestrator.fulfillment.Step;
import io.baedal.orchestrator.operator.Requests.Settlement;
import io.baedal.orchestrator.stuck.SettleStep;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets an operator say that a failing step was done by hand. */
@RestController
@Tag(name = "Stuck orders")
class SettlementController {

  private final SettleStep settleStep;

  SettlementController(SettleStep settleStep) {
    this.settleStep = settleStep;
  }

  @PostMapping(
      path = "/stuck-orders/{orderId}/settlements",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Settle a step that was done by hand",
      description =
          "The process goes on as if the step had succeeded. For steps that undo or close an order."
              + " outcome is needed for RECALL_DELIVERY: RECALLED, or TOO_LATE if the courier has"
              + " the order, which is delivered then. 409 while the step is being tried.")
  Settled settle(
      @PathVariable("orderId") String id,
      @Valid @RequestBody Settlement request,
      Principal operator) {
    UUID orderId = OrderIds.parse(id);
    Step step = request.step();
    Step.Outcome outcome = outcome(orderId, request);
    var instruction = new Instruction(operator.getName(), request.reason());
    return switch (settleStep.settle(orderId, step, outcome, instruction)) {
      case SETTLED -> new Settled(orderId, step, outcome);
      case SETTLED_BEFORE -> throw Refusal.settledBefore();
      case BEING_TRIED ->
          throw Refusal.conflict(
              "step-being-tried",
              step
                  + " is being tried, or about to be. Look again, and settle it if it has failed.");
      case NOT_STUCK ->
          throw Refusal.conflict(
              "step-not-stuck", "Order " + orderId + " does not stand at " + step + " failing.");
      case UNKNOWN_ORDER -> throw Refusal.unknownOrder(orderId);
    };
  }

  private static Step.Outcome outcome(UUID orderId, Settlement request) {
    List<Step.Outcome> possible = request.step().outcomes().stream().sorted().toList();
    if (possible.isEmpty()) {
      throw Refusal.conflict(
          "step-not-settleable",
          "%s is not settled by hand: retry it, or cancel the order, which undoes it (%s)."
              .formatted(request.step(), "POST /orders/" + orderId + "/cancellations"));
    }
    if (request.outcome() == null && possible.size() == 1) {
      return possible.get(0);
    }
    if (request.outcome() == null || !possible.contains(request.outcome())) {
      throw Refusal.badField("outcome", BadFields.oneOf(possible));
    }
    return request.outcome();
  }

  record Settled(UUID orderId, Step step, Step.Outcome outcome) {}
}
