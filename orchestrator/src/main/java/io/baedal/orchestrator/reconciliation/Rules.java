package io.baedal.orchestrator.reconciliation;

import static io.baedal.orchestrator.fulfillment.ProcessNames.MESSAGE_DELIVERY_COMPLETED;
import static io.baedal.orchestrator.fulfillment.ProcessNames.MESSAGE_DELIVERY_PICKED_UP;
import static io.baedal.orchestrator.fulfillment.ProcessNames.MESSAGE_STORE_ANSWERED;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.fulfillment.Step;
import io.baedal.orchestrator.reconciliation.State.Delivery.Courier;
import io.baedal.orchestrator.reconciliation.State.Delivery.StoreRequest;
import io.baedal.orchestrator.reconciliation.State.Payment;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the sides of an order disagree. As long as a process runs it is on its way to put things
 * right, however slowly: what it has not done yet is no disagreement.
 */
final class Rules {

  /** All that hold of an order that has not changed lately. */
  static Set<Kind> broken(Sides sides) {
    Set<Kind> broken = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      if (isBroken(kind, sides)) {
        broken.add(kind);
      }
    }
    return broken;
  }

  private static boolean isBroken(Kind kind, Sides sides) {
    return switch (kind) {
      case PAYMENT_WITHOUT_ORDER ->
          mayHoldMoney(sides) && !sides.isRunning() && sides.end() == null;
      case NOT_REFUNDED ->
          sides.isUndone() && mayHoldMoney(sides) && !isSettled(Step.CANCEL_PAYMENT, sides);
      case DELIVERED_UNPAID -> sides.isDelivered() && !isPaid(sides);
      case STORE_REQUEST_OPEN -> storeRequestIsOpen(sides);
      case DELIVERY_OPEN -> deliveryIsOpen(sides);
      case ORDER_NOT_STARTED -> sides.fulfillment() == null && isOpenAtOrder(sides);
      case PROCESS_MISSING ->
          sides.fulfillment() != null && sides.end() == null && !sides.isRunning();
      case END_DIFFERS -> endDiffers(sides);
      case EVENT_LOST -> eventIsLost(sides);
      case CANCELLATION_UNANSWERED -> cancellationIsUnanswered(sides);
      case CANCELLATION_DIFFERS -> cancellationDiffers(sides);
      case ACT_NOT_RECORDED ->
          sides.fulfillment() != null
              && sides.fulfillment().reason() == ReasonCode.OPERATOR_CANCELLED
              && !sides.fulfillment().cancelRecorded();
      case VIEW_DIFFERS -> viewDiffers(sides);
    };
  }

  private static boolean mayHoldMoney(Sides sides) {
    return sides.payment() != null && sides.payment().mayHoldMoney();
  }

  private static boolean isPaid(Sides sides) {
    Payment payment = sides.payment();
    return payment != null
        && payment.status() == Payment.Status.APPROVED
        && (sides.fulfillment() == null || payment.held() == sides.fulfillment().amount());
  }

  private static boolean storeRequestIsOpen(Sides sides) {
    StoreRequest request = storeRequest(sides);
    boolean open = request == StoreRequest.REQUESTED || request == StoreRequest.ACCEPTED;
    return sides.isUndone() && open && !isSettled(Step.CANCEL_STORE_REQUEST, sides)
        || sides.isDelivered() && request != StoreRequest.ACCEPTED
        || sides.isUnknown() && open;
  }

  private static boolean deliveryIsOpen(Sides sides) {
    Courier courier = courier(sides);
    boolean calledBack = courier == null || courier == Courier.CANCELLED;
    return sides.isUndone() && !calledBack && !isSettled(Step.RECALL_DELIVERY, sides)
        || sides.isDelivered() && courier != Courier.COMPLETED
        || sides.isUnknown() && !calledBack;
  }

  private static boolean isOpenAtOrder(Sides sides) {
    return sides.order() != null && !sides.order().status().ended();
  }

  private static boolean endDiffers(Sides sides) {
    OrderStatus here = sides.fulfillment() == null ? null : sides.fulfillment().status();
    OrderStatus there = sides.order() == null ? null : sides.order().status();
    boolean ended = here != null && here.ended() || there != null && there.ended();
    return ended && (here != there || reasonsDiffer(sides));
  }

  private static boolean reasonsDiffer(Sides sides) {
    return sides.fulfillment() != null
        && sides.order() != null
        && sides.fulfillment().reason() != sides.order().reason();
  }

  private static boolean eventIsLost(Sides sides) {
    StoreRequest request = storeRequest(sides);
    Courier courier = courier(sides);
    boolean answered = request == StoreRequest.ACCEPTED || request == StoreRequest.REJECTED;
    boolean completed = courier == Courier.COMPLETED;
    return answered && awaits(MESSAGE_STORE_ANSWERED, sides)
        || (completed || courier == Courier.PICKED_UP) && awaits(MESSAGE_DELIVERY_PICKED_UP, sides)
        || completed && awaits(MESSAGE_DELIVERY_COMPLETED, sides);
  }

  /** A held process hears nothing, as was meant. */
  private static boolean awaits(String message, Sides sides) {
    return sides.fulfillment() != null
        && !sides.fulfillment().suspended()
        && sides.fulfillment().awaited().contains(message);
  }

  private static boolean cancellationIsUnanswered(Sides sides) {
    return sides.order() != null
        && sides.order().status() == OrderStatus.CANCELLATION_REQUESTED
        && sides.fulfillment() != null
        && sides.isRunning()
        && !sides.fulfillment().suspended()
        && sides.fulfillment().status() != OrderStatus.CANCELLATION_REQUESTED;
  }

  private static boolean cancellationDiffers(Sides sides) {
    return sides.order() != null
        && sides.view() != null
        && sides.order().cancellation() != sides.view().cancellation();
  }

  private static boolean viewDiffers(Sides sides) {
    var shown = sides.view();
    var known = sides.fulfillment();
    if (shown == null || known == null) {
      return shown == null && !sides.isUnknown();
    }
    return shown.sequence() != known.sequence()
        || shown.status() != known.status()
        || !Objects.equals(shown.reason(), known.reason());
  }

  /** Whether an operator did a step by hand, outside, so that its worker does not know of it. */
  private static boolean isSettled(Step step, Sides sides) {
    return sides.fulfillment() != null && sides.fulfillment().settled().contains(step);
  }

  private static @Nullable StoreRequest storeRequest(Sides sides) {
    return sides.delivery() == null ? null : sides.delivery().storeRequest();
  }

  private static @Nullable Courier courier(Sides sides) {
    return sides.delivery() == null ? null : sides.delivery().delivery();
  }

  private Rules() {}
}
