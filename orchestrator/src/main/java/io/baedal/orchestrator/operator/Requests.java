package io.baedal.orchestrator.operator;

import io.baedal.messaging.republication.Republication;
import io.baedal.orchestrator.fulfillment.Step;
import io.baedal.orchestrator.reconciliation.Kind;
import io.baedal.orchestrator.stuck.FailingStep.State;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators send. */
final class Requests {

  private static final String PAGE = "must be a whole number from 0 to 1000000";
  private static final String SIZE = "must be a whole number from 1 to 100";
  private static final String LIMIT = "must be a whole number from 1 to 200";

  /** For a call that needs nothing but a reason. */
  record Reason(
      @Schema(minLength = 1, maxLength = ReasonText.LONGEST, example = "provider is back")
          @ReasonText
          String reason) {}

  record RetryAll(
      @NotNull(message = "is missing") Step step,
      @Schema(minLength = 1, maxLength = ReasonText.LONGEST) @ReasonText String reason,
      @Schema(defaultValue = "100", minimum = "1", maximum = "200")
          @Min(value = 1, message = LIMIT)
          @Max(value = 200, message = LIMIT)
          @Nullable Integer limit) {

    int limitOrDefault() {
      return limit == null ? 100 : limit;
    }
  }

  record Settlement(
      @NotNull(message = "is missing") Step step,
      @Schema(minLength = 1, maxLength = ReasonText.LONGEST) @ReasonText String reason,
      Step.@Nullable Outcome outcome) {}

  record Republish(
      @Schema(example = "2026-11-22T18:00:00Z") @Nullable Instant since, @Nullable UUID after) {

    Instant sinceOrEver() {
      return since == null ? Instant.EPOCH : since;
    }

    UUID afterOrBeginning() {
      return after == null ? Republication.BEGINNING : after;
    }
  }

  record StuckOrderQuery(
      @Schema(defaultValue = "STUCK") @Nullable State state,
      @Nullable Step step,
      @Schema(defaultValue = "0", minimum = "0", maximum = "1000000")
          @Min(value = 0, message = PAGE)
          @Max(value = 1_000_000, message = PAGE)
          @Nullable Integer page,
      @Schema(defaultValue = "20", minimum = "1", maximum = "100")
          @Min(value = 1, message = SIZE)
          @Max(value = 100, message = SIZE)
          @Nullable Integer size) {

    State stateOrDefault() {
      return state == null ? State.STUCK : state;
    }

    int pageOrFirst() {
      return page == null ? 0 : page;
    }

    int sizeOrDefault() {
      return size == null ? 20 : size;
    }
  }

  record Migrate(
      @Schema(example = "1-to-2") @NotNull(message = "is missing") String plan,
      @NotNull(message = "is missing") Boolean dryRun,
      @Schema(minLength = 1, maxLength = ReasonText.LONGEST) @ReasonText String reason,
      @Schema(
              format = "uuid",
              description = "Go on behind this order: what the call before answered as next")
          @Nullable UUID after,
      @Schema(defaultValue = "50", minimum = "1", maximum = "100")
          @Min(value = 1, message = SIZE)
          @Max(value = 100, message = SIZE)
          @Nullable Integer limit) {

    int limitOrDefault() {
      return limit == null ? 50 : limit;
    }
  }

  record VersionQuery(
      @Schema(defaultValue = "0", minimum = "0", maximum = "1000000")
          @Min(value = 0, message = PAGE)
          @Max(value = 1_000_000, message = PAGE)
          @Nullable Integer page,
      @Schema(defaultValue = "20", minimum = "1", maximum = "100")
          @Min(value = 1, message = SIZE)
          @Max(value = 100, message = SIZE)
          @Nullable Integer size) {

    int pageOrFirst() {
      return page == null ? 0 : page;
    }

    int sizeOrDefault() {
      return size == null ? 20 : size;
    }
  }

  record ActQuery(
      @Schema(format = "uuid") @Nullable String orderId,
      @Schema(defaultValue = "0", minimum = "0", maximum = "1000000")
          @Min(value = 0, message = PAGE)
          @Max(value = 1_000_000, message = PAGE)
          @Nullable Integer page,
      @Schema(defaultValue = "20", minimum = "1", maximum = "100")
          @Min(value = 1, message = SIZE)
          @Max(value = 100, message = SIZE)
          @Nullable Integer size) {

    int pageOrFirst() {
      return page == null ? 0 : page;
    }

    int sizeOrDefault() {
      return size == null ? 20 : size;
    }
  }

  /** Null leaves an end of it to the default. */
  record Span(@Nullable Instant from, @Nullable Instant to) {}

  record DisagreementQuery(
      @Nullable Kind kind,
      @Schema(format = "uuid") @Nullable String orderId,
      @Schema(defaultValue = "0", minimum = "0", maximum = "1000000")
          @Min(value = 0, message = PAGE)
          @Max(value = 1_000_000, message = PAGE)
          @Nullable Integer page,
      @Schema(defaultValue = "20", minimum = "1", maximum = "100")
          @Min(value = 1, message = SIZE)
          @Max(value = 100, message = SIZE)
          @Nullable Integer size) {

    int pageOrFirst() {
      return page == null ? 0 : page;
    }

    int sizeOrDefault() {
      return size == null ? 20 : size;
    }
  }

  private Requests() {}
}
