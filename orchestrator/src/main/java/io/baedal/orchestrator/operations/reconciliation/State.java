package io.baedal.orchestrator.operations.reconciliation;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.saga.Step;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The state of an order at one of its sources. */
public sealed interface State {

  UUID orderId();

  /** When it last changed at the source, as far as the source stores times. */
  Instant changedAt();

  /**
   * At the orchestrator and its engine.
   *
   * @param amount the order's price in minor units
   * @param running whether the engine has a process of the order
   * @param suspended whether an operator has suspended that process, or it waits for a build that
   *     knows its version
   * @param awaited the messages that the process waits for
   * @param settled the steps that an operator settled
   * @param cancelRecorded whether it is recorded that an operator cancelled the order, and who
   */
  record Fulfillment(
      UUID orderId,
      OrderStatus status,
      @Nullable ReasonCode reason,
      int sequence,
      long amount,
      boolean running,
      boolean suspended,
      Set<String> awaited,
      Set<Step> settled,
      boolean cancelRecorded,
      Instant changedAt)
      implements State {}

  /** The state of a customer's request to cancel. */
  enum Cancellation {
    PENDING,
    CANCELLED,
    REFUSED
  }

  /**
   * At the order service, whose only status between placed and ended is a request to cancel.
   *
   * @param cancellation the state of that request; null if there was none
   */
  record Order(
      UUID orderId,
      OrderStatus status,
      @Nullable ReasonCode reason,
      @Nullable Cancellation cancellation,
      Instant changedAt)
      implements State {}

  /** At payment; amounts are in minor units. */
  record Payment(
      UUID orderId, Status status, long approvedAmount, long refundedAmount, Instant changedAt)
      implements State {

    /** The statuses of the payment service. */
    public enum Status {
      REQUESTED,
      APPROVED,
      DECLINED,
      CANCELLING,
      CANCELLED
    }

    long held() {
      return approvedAmount - refundedAmount;
    }

    /** Also true while the outcome of a call to the provider is not known. */
    boolean mayHoldMoney() {
      return held() != 0 || status == Status.REQUESTED || status == Status.CANCELLING;
    }
  }

  /** At delivery; null for what was not requested. */
  record Delivery(
      UUID orderId,
      @Nullable StoreRequest storeRequest,
      @Nullable Courier delivery,
      Instant changedAt)
      implements State {

    /** The statuses of a store request. */
    public enum StoreRequest {
      REQUESTED,
      ACCEPTED,
      REJECTED,
      CANCELLED
    }

    /** The statuses of a delivery. */
    public enum Courier {
      STARTED,
      PICKED_UP,
      COMPLETED,
      CANCELLED
    }
  }

  /** At the order view; {@code sequence} is 0 until a change of status has arrived. */
  record View(
      UUID orderId,
      OrderStatus status,
      @Nullable ReasonCode reason,
      int sequence,
      @Nullable Cancellation cancellation,
      Instant changedAt)
      implements State {}
}
