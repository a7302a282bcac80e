package io.baedal.orchestrator.acts;

import io.baedal.orchestrator.fulfillment.Step;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator did to an order.
 *
 * @param step which step was retried or settled; null for other acts
 * @param outcome what a settled step came to; null for other acts
 * @param migration by which the order came to another version of the process; null for other acts
 */
public record OperatorAct(
    Instant at,
    String operator,
    Kind act,
    UUID orderId,
    @Nullable Step step,
    Step.@Nullable Outcome outcome,
    @Nullable String migration,
    String reason) {

  /** What can be done. */
  public enum Kind {
    RETRY,
    /** Retried as one of many. */
    RETRY_ALL,
    SETTLE,
    CANCEL,
    MIGRATE
  }
}
