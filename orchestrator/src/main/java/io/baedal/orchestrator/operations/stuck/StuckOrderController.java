package io.baedal.orchestrator.operations.stuck;

import io.baedal.orchestrator.operations.Reason;
import io.baedal.orchestrator.operations.Reasons;
import io.baedal.orchestrator.operations.Refusals;
import io.baedal.orchestrator.operations.Stated;
import io.baedal.orchestrator.operations.acts.OperatorAct;
import io.baedal.orchestrator.operations.acts.OperatorActs;
import io.baedal.orchestrator.saga.Step;
import io.baedal.web.access.AllowedFor;
import io.baedal.web.access.Role;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import io.baedal.web.request.OrderPath;
import io.baedal.web.request.Query;
import io.baedal.web.request.Remark;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets an operator see the stuck orders, and retry them. */
@RestController
@RequestMapping(path = "/stuck-orders", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Stuck orders", description = "Orders whose current step fails")
class StuckOrderController {

  private static final int ACTS_SHOWN = 20;

  private final StuckOrders stuck;
  private final RetryStuckOrders retryStuckOrders;
  private final OperatorActs acts;

  StuckOrderController(StuckOrders stuck, RetryStuckOrders retryStuckOrders, OperatorActs acts) {
    this.stuck = stuck;
    this.retryStuckOrders = retryStuckOrders;
    this.acts = acts;
  }

  @GetMapping
  @Operation(
      summary = "List stuck orders, those stuck longest first",
      description =
          "STUCK: all tries have failed, an operator must act. RETRYING: it has failed and is"
              + " retried automatically.")
  @AllowedFor(Role.OPERATOR)
  Page<StuckOrderResponse> list(@Query StuckOrderQuery query) {
    Page<FailingStep> found =
        stuck.find(query.stateOrDefault(), query.step(), query.after(), Page.sizeOf(query.size()));
    return new Page<>(found.items().stream().map(StuckOrderResponse::of).toList(), found.next());
  }

  @GetMapping("/{orderId}")
  @Operation(summary = "Show the failing steps of an order, and what operators did")
  @AllowedFor(Role.OPERATOR)
  StuckOrder show(@OrderPath UUID orderId) {
    List<StuckOrderResponse> steps =
        stuck.of(orderId).stream().map(StuckOrderResponse::of).toList();
    if (steps.isEmpty()) {
      throw notStuck(orderId);
    }
    return new StuckOrder(orderId, steps, acts.find(orderId, null, null, ACTS_SHOWN).items());
  }

  @PostMapping("/{orderId}/retries")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Retry the failing step of an order now",
      description =
          "All its tries are restored. BEING_TRIED if it is already being tried. 404 if no step of"
              + " the order fails, 409 if it has been resolved.")
  @ApiResponse(responseCode = "202")
  @ApiResponse(responseCode = "409", ref = "Problem")
  @AllowedFor(Role.OPERATOR)
  Retry retry(@OrderPath UUID orderId, @RequestBody Reason request, Principal operator) {
    RetryStuckOrders.Outcome outcome =
        retryStuckOrders.retry(orderId, Reasons.instruction(operator, request.reason()));
    return switch (outcome) {
      case RETRIED, BEING_TRIED -> new Retry(orderId, outcome, Reasons.notice(request.reason()));
      case SETTLED_BEFORE -> throw Refusals.settledBefore();
      case NOT_STUCK -> throw notStuck(orderId);
    };
  }

  @PostMapping("/retries")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Retry all orders that wait at a step",
      description =
          "Retries stuck orders first, then orders in a pause between tries, ten a second. Repeat"
              + " the call while waiting is above 0.")
  @AllowedFor(Role.OPERATOR)
  RetryBatch retryAll(@RequestBody RetryAll request, Principal operator) {
    RetryStuckOrders.Batch batch =
        retryStuckOrders.retryAll(
            request.step(),
            request.limitOrDefault(),
            Reasons.instruction(operator, request.reason()));
    return new RetryBatch(
        request.step(), batch.retried(), batch.waiting(), Reasons.notice(request.reason()));
  }

  private static ProblemException notStuck(UUID orderId) {
    return Refusals.of(ProblemType.NOT_FOUND, "No step of order " + orderId + " fails.");
  }

  record StuckOrder(UUID orderId, List<StuckOrderResponse> steps, List<OperatorAct> acts) {}

  /**
   * The outcome of a retry.
   *
   * @param notice says that the reason was truncated; null if it was not
   */
  record Retry(UUID orderId, RetryStuckOrders.Outcome outcome, @Nullable String notice) {}

  /**
   * The result of many retries.
   *
   * @param notice says that the reason was truncated; null if it was not
   */
  record RetryBatch(Step step, int retried, long waiting, @Nullable String notice) {}

  record RetryAll(
      Step step,
      @Stated Remark reason,
      @Schema(defaultValue = "100") @WholeNumber(min = 1, max = 200) @Nullable Integer limit) {

    int limitOrDefault() {
      return limit == null ? 100 : limit;
    }
  }

  record StuckOrderQuery(
      @Schema(defaultValue = "STUCK") FailingStep.@Nullable State state,
      @Nullable Step step,
      @Schema(description = Page.AFTER) @Nullable Cursor after,
      @Schema(defaultValue = "20") @WholeNumber(min = 1, max = Page.LARGEST_SIZE)
          @Nullable Integer size) {

    FailingStep.State stateOrDefault() {
      return state == null ? FailingStep.State.STUCK : state;
    }
  }
}
