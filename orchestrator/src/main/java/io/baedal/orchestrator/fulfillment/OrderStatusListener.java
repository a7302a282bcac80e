package io.baedal.orchestrator.fulfillment;

import static io.baedal.orchestrator.fulfillment.OrderStep.orderId;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.orchestrator.progress.OrderProgress;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Called by the model as {@code orderStatus} where an order comes into a new status. */
@Component("orderStatus")
public class OrderStatusListener {

  private static final Set<OrderStatus> WITH_REASON =
      EnumSet.of(OrderStatus.CANCELLATION_REQUESTED, OrderStatus.CANCELLED, OrderStatus.REJECTED);

  private final OrderProgress progress;
  private final ApplicationEventPublisher events;

  OrderStatusListener(OrderProgress progress, ApplicationEventPublisher events) {
    this.progress = progress;
    this.events = events;
  }

  /** The order came into {@code status}. */
  public void reached(DelegateExecution execution, String status) {
    UUID orderId = orderId(execution);
    OrderStatus next = OrderStatus.valueOf(status);
    @Nullable ReasonCode reason = WITH_REASON.contains(next) ? OrderStep.reason(execution) : null;
    boolean parked = progress.advance(orderId, next, reason, execution.getCurrentActivityId());
    if (parked) {
      events.publishEvent(new ParkedMessagesMayFit(orderId));
    }
  }

  /** A cancel was accepted, but the courier had the order before it could be recalled. */
  public void cancellationOutrun(DelegateExecution execution) {
    progress.refuseCancellation(orderId(execution), OrderCancellationRefused.Reason.PICKED_UP);
  }

  /** Published in a transaction that brings an order forward which has messages waiting. */
  public record ParkedMessagesMayFit(UUID orderId) {}
}
