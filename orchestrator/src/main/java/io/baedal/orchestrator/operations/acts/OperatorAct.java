package io.baedal.orchestrator.operations.acts;

import io.baedal.orchestrator.saga.Step;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator did to an order.
 *
 * @param step which step was retried or settled; null for other acts
 * @param outcome the outcome of a settled step; null for other acts
 * @param migration the migration to another version of the process; null for other acts
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

  /** The kinds of acts. */
  public enum Kind {
    RETRY,
    /** Retried as one of many. */
    RETRY_ALL,
    SETTLE,
    CANCEL,
    MIGRATE
  }
}
