package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.OrderCancellationRefused.Reason;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Decides on a request to cancel, under the order's row lock, so that there is exactly one outcome.
 */
@Component
public class DecideOnCancellation {

  private static final Logger log = LoggerFactory.getLogger(DecideOnCancellation.class);

  private final OrderProgress progress;
  private final FulfillmentProcess process;

  DecideOnCancellation(OrderProgress progress, FulfillmentProcess process) {
    this.progress = progress;
    this.process = process;
  }

  /**
   * Cancels the order if that is still possible, in the caller's transaction; otherwise publishes
   * the refusal of a customer's request.
   *
   * @param by the requester: {@code CUSTOMER_CANCELLED} or {@code OPERATOR_CANCELLED}
   * @param comment the operator's comment, which the customer may read
   */
  public Outcome onRequest(UUID orderId, ReasonCode by, @Nullable String comment) {
    OrderStatus status = progress.lock(orderId).orElse(null);
    if (status == null) {
      return Outcome.UNKNOWN_ORDER;
    }
    Outcome outcome = decide(orderId, status, by, comment);
    // an operator gets the outcome as response; the event answers a customer's request
    if (outcome.refusal != null && by == ReasonCode.CUSTOMER_CANCELLED) {
      progress.refuseCancellation(orderId, outcome.refusal);
    }
    return outcome;
  }

  private Outcome decide(
      UUID orderId, OrderStatus status, ReasonCode by, @Nullable String comment) {
    return switch (status) {
      case CANCELLATION_REQUESTED, CANCELLED -> Outcome.CANCELLED_BEFORE;
      case PICKED_UP -> Outcome.PICKED_UP;
      case DELIVERED -> Outcome.DELIVERED;
      case REJECTED -> Outcome.REJECTED;
      case PLACED, PAYMENT_APPROVED, STORE_REQUESTED, STORE_ACCEPTED, DELIVERY_STARTED ->
          cancelRunning(orderId, by, comment);
    };
  }

  private Outcome cancelRunning(UUID orderId, ReasonCode by, @Nullable String comment) {
    if (comment != null) {
      // stored before the process continues and publishes the change
      progress.comment(orderId, by, comment);
    }
    boolean accepted =
        process.correlate(
            orderId, ProcessNames.MESSAGE_CANCEL_ORDER, Map.of(ProcessNames.REASON, by.name()));
    if (accepted) {
      return Outcome.ACCEPTED;
    }
    if (comment != null) {
      // the request changed nothing, so its comment is not published
      progress.comment(orderId, by, null);
    }
    if (!process.runsHere(orderId)) {
      return Outcome.RUNS_ELSEWHERE;
    }
    return switch (process.state(orderId)) {
      case SUSPENDED -> Outcome.SUSPENDED;
      case UNDOING -> Outcome.REJECTED;
      case RUNNING, GONE -> undecidable(orderId);
    };
  }

  /** Publishes no answer: the money is still held, and an operator must correct the order first. */
  private static Outcome undecidable(UUID orderId) {
    try (var ignored = MDC.putCloseable("orderId", orderId.toString())) {
      log.warn("no process of order {} accepts the cancel; an operator must correct it", orderId);
    }
    return Outcome.PROCESS_MISSING;
  }

  /** The outcome of a request to cancel. */
  public enum Outcome {
    /** The order is being undone for this request. */
    ACCEPTED(null),
    /** The order was, or is being, undone for an earlier request. */
    CANCELLED_BEFORE(null),
    PICKED_UP(Reason.PICKED_UP),
    DELIVERED(Reason.ALREADY_DELIVERED),
    /** The order was rejected; it was, or is being, undone. */
    REJECTED(Reason.ALREADY_REJECTED),
    /** An operator has suspended the process; the request can be decided when it is resumed. */
    SUSPENDED(null),
    /**
     * The order has not ended, but its process is gone, or an operator moved it to a place where it
     * cannot be cancelled. The request can be decided when that has been corrected.
     */
    PROCESS_MISSING(null),
    /** Only an instance of a newer build can decide the request. */
    RUNS_ELSEWHERE(null),
    /** The order does not exist, or its event has not arrived yet. */
    UNKNOWN_ORDER(null);

    private final @Nullable Reason refusal;

    Outcome(@Nullable Reason refusal) {
      this.refusal = refusal;
    }

    /** Whether this outcome is final. */
    boolean isDecided() {
      return switch (this) {
        case ACCEPTED, CANCELLED_BEFORE, PICKED_UP, DELIVERED, REJECTED -> true;
        case SUSPENDED, PROCESS_MISSING, RUNS_ELSEWHERE, UNKNOWN_ORDER -> false;
      };
    }
  }
}
