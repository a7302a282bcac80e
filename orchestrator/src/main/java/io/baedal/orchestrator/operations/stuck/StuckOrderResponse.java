package io.baedal.orchestrator.operations.stuck;

import io.baedal.orchestrator.saga.Step;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order at a failing step. */
record StuckOrderResponse(
    UUID orderId,
    Step step,
    String label,
    @Schema(description = "Its id in the model") String activityId,
    FailingStep.State state,
    @Schema(description = "Whether the order is being undone") boolean undoing,
    @Schema(description = "When the order reached the step") Instant since,
    @Schema(description = "When its last try failed; null while there are tries left")
        @Nullable Instant stuckSince,
    @Schema(description = "Tries since they were last restored") int attempts,
    int triesLeft,
    @Schema(description = "Null if there is none, or it is tried at once")
        @Nullable Instant nextTryAt,
    @Schema(description = "One line of at most 300 characters") String error,
    @Schema(description = "The incident in Cockpit") @Nullable String incidentId) {

  static StuckOrderResponse of(FailingStep failing) {
    return new StuckOrderResponse(
        failing.orderId(),
        failing.step(),
        failing.step().label(),
        failing.element(),
        failing.state(),
        failing.step().undoes(),
        failing.since(),
        failing.incidentAt(),
        failing.attempts(),
        failing.triesLeft(),
        failing.nextTryAt(),
        failing.error(),
        failing.incidentId());
  }
}
