package io.baedal.orchestrator.reconciliation;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.fulfillment.Step;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an order stands at one of those that have a part in it. */
public sealed interface State {

  UUID orderId();

  /** When it last changed there, as far as times are kept. */
  Instant changedAt();

  /**
   * At the orchestrator and its engine.
   *
   * @param amount the order's price in whole minor units
   * @param running whether the engine has a process of the order
   * @param suspended whether an operator holds that process, or it waits for a build that knows its
   *     version
   * @param awaited the messages that the process waits for
   * @param settled the steps that an operator says were done by hand
   * @param cancelRecorded whether it is on record that an operator cancelled the order, and who
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

  /** What became of a customer's request to cancel. */
  enum Cancellation {
    PENDING,
    CANCELLED,
    REFUSED
  }

  /**
   * At the order service, which knows no status between placed and ended but a wish to cancel.
   *
   * @param cancellation what it says to that wish; null if there was none
   */
  record Order(
      UUID orderId,
      OrderStatus status,
      @Nullable ReasonCode reason,
      @Nullable Cancellation cancellation,
      Instant changedAt)
      implements State {}

  /** At payment; amounts are whole minor units. */
  record Payment(
      UUID orderId, Status status, long approvedAmount, long refundedAmount, Instant changedAt)
      implements State {

    /** As payment has it. */
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

    /** Also while the provider has been asked and its answer is not known. */
    boolean mayHoldMoney() {
      return held() != 0 || status == Status.REQUESTED || status == Status.CANCELLING;
    }
  }

  /** At delivery; null where it was not asked. */
  record Delivery(
      UUID orderId,
      @Nullable StoreRequest storeRequest,
      @Nullable Courier delivery,
      Instant changedAt)
      implements State {

    /** As delivery has it. */
    public enum StoreRequest {
      REQUESTED,
      ACCEPTED,
      REJECTED,
      CANCELLED
    }

    /** As delivery has it. */
    public enum Courier {
      STARTED,
      PICKED_UP,
      COMPLETED,
      CANCELLED
    }
  }

  /** At the order view; {@code sequence} is 0 while no change of status has come. */
  record View(
      UUID orderId,
      OrderStatus status,
      @Nullable ReasonCode reason,
      int sequence,
      @Nullable Cancellation cancellation,
      Instant changedAt)
      implements State {}
}
