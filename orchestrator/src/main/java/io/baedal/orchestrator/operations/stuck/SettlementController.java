package io.baedal.orchestrator.operations.stuck;

import static java.util.stream.Collectors.joining;

import io.baedal.orchestrator.operations.Reasons;
import io.baedal.orchestrator.operations.Refusals;
import io.baedal.orchestrator.operations.Stated;
import io.baedal.orchestrator.operations.acts.Instruction;
import io.baedal.orchestrator.saga.Step;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.request.OrderPath;
import io.baedal.web.request.Remark;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets an operator settle a failing step. */
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
      summary = "Resolve a step that was done manually",
      description =
          "The process continues as if the step had succeeded. Only for steps that undo."
              + " outcome is needed for RECALL_DELIVERY: RECALLED, or TOO_LATE if the courier has"
              + " the order, which is delivered then. 409 while the step is being tried.")
  @ApiResponse(responseCode = "202")
  @ApiResponse(responseCode = "409", ref = "Problem")
  @AllowedFor(Role.OPERATOR)
  Settled settle(@OrderPath UUID orderId, @RequestBody Settlement request, Principal operator) {
    Step step = request.step();
    Step.Outcome outcome = outcome(orderId, request);
    Instruction instruction = Reasons.instruction(operator, request.reason());
    return switch (settleStep.settle(orderId, step, outcome, instruction)) {
      case SETTLED -> new Settled(orderId, step, outcome, Reasons.notice(request.reason()));
      case SETTLED_BEFORE -> throw Refusals.settledBefore();
      case BEING_TRIED ->
          throw Refusals.of(
              ProblemType.STEP_BEING_TRIED,
              step + " is being tried, or about to be. Check again; resolve it if it has failed.");
      case NOT_STUCK ->
          throw Refusals.of(
              ProblemType.STEP_NOT_STUCK,
              "Order " + orderId + " is not at a failing step " + step + ".");
      case UNKNOWN_ORDER -> throw Refusals.unknownOrder(orderId);
    };
  }

  private static Step.Outcome outcome(UUID orderId, Settlement request) {
    List<Step.Outcome> possible = request.step().outcomes().stream().sorted().toList();
    if (possible.isEmpty()) {
      throw Refusals.of(
          ProblemType.STEP_NOT_SETTLEABLE,
          "%s is not resolved manually: retry it, or cancel the order, which undoes it (%s)."
              .formatted(request.step(), "POST /orders/" + orderId + "/cancellations"));
    }
    if (request.outcome() == null && possible.size() == 1) {
      return possible.get(0);
    }
    if (request.outcome() == null || !possible.contains(request.outcome())) {
      throw Refusals.badField(
          "outcome",
          possible.stream().map(Enum::name).collect(joining(", ", "must be one of ", "")));
    }
    return request.outcome();
  }

  /**
   * What was settled.
   *
   * @param notice says that the reason was truncated; null if it was not
   */
  record Settled(UUID orderId, Step step, Step.Outcome outcome, @Nullable String notice) {}

  record Settlement(Step step, @Stated Remark reason, Step.@Nullable Outcome outcome) {}
}
