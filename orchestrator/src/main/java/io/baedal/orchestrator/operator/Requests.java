package io.baedal.orchestrator.operator;

import io.baedal.orchestrator.fulfillment.Step;
import io.baedal.orchestrator.reconciliation.Kind;
import io.baedal.orchestrator.stuck.FailingStep.State;
import io.baedal.web.page.Cursor;
import io.baedal.web.page.Page;
import io.baedal.web.request.OrderNumbers;
import io.baedal.web.request.Remark;
import io.baedal.web.request.WholeNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators send. Of each reason 500 characters are kept. */
final class Requests {

  private static final String AFTER = "The next of the page before";

  /** For a call that needs nothing but a reason. */
  record Reason(@Schema(example = "provider is back") @Stated Remark reason) {}

  record RetryAll(
      Step step,
      @Stated Remark reason,
      @Schema(defaultValue = "100") @WholeNumber(min = 1, max = 200) @Nullable Integer limit) {

    int limitOrDefault() {
      return limit == null ? 100 : limit;
    }
  }

  record Settlement(Step step, @Stated Remark reason, Step.@Nullable Outcome outcome) {}

  record Migrate(
      @Schema(example = "1-to-2") String plan,
      boolean dryRun,
      @Stated Remark reason,
      @Schema(description = "What the call before answered as next") @Nullable UUID after,
      @Schema(defaultValue = "50") @WholeNumber(min = 1, max = 100) @Nullable Integer limit) {

    int limitOrDefault() {
      return limit == null ? 50 : limit;
    }
  }

  /** Null leaves an end of it to the default. */
  record Span(@Nullable Instant from, @Nullable Instant to) {}

  record StuckOrderQuery(
      @Schema(defaultValue = "STUCK") @Nullable State state,
      @Nullable Step step,
      @Schema(description = AFTER) @Nullable Cursor after,
      @Schema(defaultValue = "20") @WholeNumber(min = 1, max = Page.LARGEST_SIZE)
          @Nullable Integer size) {

    State stateOrDefault() {
      return state == null ? State.STUCK : state;
    }
  }

  record VersionQuery(
      @Schema(description = AFTER) @Nullable Cursor after,
      @Schema(defaultValue = "20") @WholeNumber(min = 1, max = Page.LARGEST_SIZE)
          @Nullable Integer size) {}

  record ActQuery(
      @Nullable UUID orderId,
      @Schema(example = "13") @WholeNumber(min = 1, max = OrderNumbers.LARGEST)
          @Nullable Long orderNumber,
      @Schema(description = AFTER) @Nullable Cursor after,
      @Schema(defaultValue = "20") @WholeNumber(min = 1, max = Page.LARGEST_SIZE)
          @Nullable Integer size) {}

  record DisagreementQuery(
      @Nullable Kind kind,
      @Nullable UUID orderId,
      @Schema(example = "13") @WholeNumber(min = 1, max = OrderNumbers.LARGEST)
          @Nullable Long orderNumber,
      @Schema(description = AFTER) @Nullable Cursor after,
      @Schema(defaultValue = "20") @WholeNumber(min = 1, max = Page.LARGEST_SIZE)
          @Nullable Integer size) {}

  private Requests() {}
}
