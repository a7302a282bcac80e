package io.baedal.orchestrator.operations.reconciliation;

import static io.baedal.orchestrator.saga.ProcessNames.MESSAGE_DELIVERY_COMPLETED;
import static io.baedal.orchestrator.saga.ProcessNames.MESSAGE_DELIVERY_PICKED_UP;
import static io.baedal.orchestrator.saga.ProcessNames.MESSAGE_STORE_ANSWERED;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.operations.reconciliation.State.Delivery.Courier;
import io.baedal.orchestrator.operations.reconciliation.State.Delivery.StoreRequest;
import io.baedal.orchestrator.operations.reconciliation.State.Payment;
import io.baedal.orchestrator.saga.Step;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Defines when the sources of an order disagree. What a running process has not done yet is no
 * disagreement, however long it takes.
 */
final class Rules {

  /** All kinds that hold for an order that has not changed recently. */
  static Set<Kind> broken(OrderStates states) {
    Set<Kind> broken = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      if (isBroken(kind, states)) {
        broken.add(kind);
      }
    }
    return broken;
  }

  private static boolean isBroken(Kind kind, OrderStates states) {
    return switch (kind) {
      case PAYMENT_WITHOUT_ORDER ->
          mayHoldMoney(states) && !states.isRunning() && states.end() == null;
      case NOT_REFUNDED ->
          states.isUndone() && mayHoldMoney(states) && !isSettled(Step.CANCEL_PAYMENT, states);
      case DELIVERED_UNPAID -> states.isDelivered() && !isPaid(states);
      case STORE_REQUEST_OPEN -> storeRequestIsOpen(states);
      case DELIVERY_OPEN -> deliveryIsOpen(states);
      case ORDER_NOT_STARTED -> states.fulfillment() == null && isOpenAtOrder(states);
      case PROCESS_MISSING ->
          states.fulfillment() != null && states.end() == null && !states.isRunning();
      case END_DIFFERS -> endDiffers(states);
      case EVENT_LOST -> eventIsLost(states);
      case CANCELLATION_UNANSWERED -> cancellationIsUnanswered(states);
      case CANCELLATION_DIFFERS -> cancellationDiffers(states);
      case ACT_NOT_RECORDED ->
          states.fulfillment() != null
              && states.fulfillment().reason() == ReasonCode.OPERATOR_CANCELLED
              && !states.fulfillment().cancelRecorded();
      case VIEW_DIFFERS -> viewDiffers(states);
    };
  }

  private static boolean mayHoldMoney(OrderStates states) {
    return states.payment() != null && states.payment().mayHoldMoney();
  }

  private static boolean isPaid(OrderStates states) {
    Payment payment = states.payment();
    return payment != null
        && payment.status() == Payment.Status.APPROVED
        && (states.fulfillment() == null || payment.held() == states.fulfillment().amount());
  }

  private static boolean storeRequestIsOpen(OrderStates states) {
    StoreRequest request = storeRequest(states);
    boolean open = request == StoreRequest.REQUESTED || request == StoreRequest.ACCEPTED;
    return states.isUndone() && open && !isSettled(Step.CANCEL_STORE_REQUEST, states)
        || states.isDelivered() && request != StoreRequest.ACCEPTED
        || states.isUnknown() && open;
  }

  private static boolean deliveryIsOpen(OrderStates states) {
    Courier courier = courier(states);
    boolean recalled = courier == null || courier == Courier.CANCELLED;
    return states.isUndone() && !recalled && !isSettled(Step.RECALL_DELIVERY, states)
        || states.isDelivered() && courier != Courier.COMPLETED
        || states.isUnknown() && !recalled;
  }

  private static boolean isOpenAtOrder(OrderStates states) {
    return states.order() != null && !states.order().status().ended();
  }

  private static boolean endDiffers(OrderStates states) {
    OrderStatus ours = states.fulfillment() == null ? null : states.fulfillment().status();
    OrderStatus theirs = states.order() == null ? null : states.order().status();
    boolean ended = ours != null && ours.ended() || theirs != null && theirs.ended();
    return ended && (ours != theirs || reasonsDiffer(states));
  }

  private static boolean reasonsDiffer(OrderStates states) {
    return states.fulfillment() != null
        && states.order() != null
        && states.fulfillment().reason() != states.order().reason();
  }

  private static boolean eventIsLost(OrderStates states) {
    StoreRequest request = storeRequest(states);
    Courier courier = courier(states);
    boolean answered = request == StoreRequest.ACCEPTED || request == StoreRequest.REJECTED;
    boolean completed = courier == Courier.COMPLETED;
    return answered && awaits(MESSAGE_STORE_ANSWERED, states)
        || (completed || courier == Courier.PICKED_UP) && awaits(MESSAGE_DELIVERY_PICKED_UP, states)
        || completed && awaits(MESSAGE_DELIVERY_COMPLETED, states);
  }

  /** A suspended process receives no messages, as intended. */
  private static boolean awaits(String message, OrderStates states) {
    return states.fulfillment() != null
        && !states.fulfillment().suspended()
        && states.fulfillment().awaited().contains(message);
  }

  private static boolean cancellationIsUnanswered(OrderStates states) {
    return states.order() != null
        && states.order().status() == OrderStatus.CANCELLATION_REQUESTED
        && states.fulfillment() != null
        && states.isRunning()
        && !states.fulfillment().suspended()
        && states.fulfillment().status() != OrderStatus.CANCELLATION_REQUESTED;
  }

  private static boolean cancellationDiffers(OrderStates states) {
    return states.order() != null
        && states.view() != null
        && states.order().cancellation() != states.view().cancellation();
  }

  private static boolean viewDiffers(OrderStates states) {
    var shown = states.view();
    var known = states.fulfillment();
    if (shown == null || known == null) {
      return shown == null && !states.isUnknown();
    }
    return shown.sequence() != known.sequence()
        || shown.status() != known.status()
        || !Objects.equals(shown.reason(), known.reason());
  }

  /** Whether an operator settled a step, so that its worker does not know of it. */
  private static boolean isSettled(Step step, OrderStates states) {
    return states.fulfillment() != null && states.fulfillment().settled().contains(step);
  }

  private static @Nullable StoreRequest storeRequest(OrderStates states) {
    return states.delivery() == null ? null : states.delivery().storeRequest();
  }

  private static @Nullable Courier courier(OrderStates states) {
    return states.delivery() == null ? null : states.delivery().delivery();
  }

  private Rules() {}
}
