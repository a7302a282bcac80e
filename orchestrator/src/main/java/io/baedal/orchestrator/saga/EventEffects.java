package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.DeliveryCompleted;
import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.messaging.event.StoreAccepted;
import io.baedal.messaging.event.StoreRejected;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Applies events to the processes of their orders. */
@Component
class EventEffects {

  private final OrderProgress progress;
  private final FulfillmentProcess process;
  private final DecideOnCancellation cancelOrder;

  EventEffects(
      OrderProgress progress, FulfillmentProcess process, DecideOnCancellation cancelOrder) {
    this.progress = progress;
    this.process = process;
    this.cancelOrder = cancelOrder;
  }

  /**
   * Applies {@code event}, in the caller's transaction.
   *
   * @return false if the order is still unknown or does not wait for the event yet; true also if
   *     the event came too late or has no effect
   */
  boolean apply(DomainEvent event) {
    if (event instanceof OrderPlaced placed) {
      if (progress.begin(placed)) {
        process.start(placed);
      }
      return true;
    }
    if (event instanceof OrderCancellationRequested request) {
      return cancelOrder
          .onRequest(request.orderId(), ReasonCode.CUSTOMER_CANCELLED, null)
          .isDecided();
    }
    if (event instanceof StoreAccepted) {
      return answer(event, true);
    }
    if (event instanceof StoreRejected rejected) {
      progress.comment(event.orderId(), ReasonCode.STORE_REJECTED, rejected.comment());
      return answer(event, false);
    }
    if (event instanceof DeliveryPickedUp) {
      return correlate(
          event, OrderStatus.DELIVERY_STARTED, ProcessNames.MESSAGE_DELIVERY_PICKED_UP, Map.of());
    }
    if (event instanceof DeliveryCompleted) {
      return correlate(
          event, OrderStatus.PICKED_UP, ProcessNames.MESSAGE_DELIVERY_COMPLETED, Map.of());
    }
    return true;
  }

  /** Whether an event of this type can have an effect; other events need no transaction. */
  static boolean hasAny(DomainEvent event) {
    return event instanceof OrderPlaced
        || event instanceof OrderCancellationRequested
        || event instanceof StoreAccepted
        || event instanceof StoreRejected
        || event instanceof DeliveryPickedUp
        || event instanceof DeliveryCompleted;
  }

  private boolean answer(DomainEvent event, boolean accepted) {
    return correlate(
        event,
        OrderStatus.STORE_REQUESTED,
        ProcessNames.MESSAGE_STORE_ANSWERED,
        // transient: the process reads it before it waits again
        Map.of(ProcessNames.STORE_ACCEPTED, Variables.booleanValue(accepted, true)));
  }

  /**
   * @param waiting the status in which a process waits for the message
   */
  private boolean correlate(
      DomainEvent event, OrderStatus waiting, String message, Map<String, Object> variables) {
    Optional<OrderStatus> status = progress.lock(event.orderId());
    if (status.isEmpty()) {
      return false;
    }
    // a repeated or late event is not parked: the process will not wait for it any more
    return !status.get().leadsTo(waiting) || process.correlate(event.orderId(), message, variables);
  }
}
