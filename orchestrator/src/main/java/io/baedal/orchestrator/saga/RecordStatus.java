package io.baedal.orchestrator.saga;

import static io.baedal.orchestrator.saga.OrderStep.orderId;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Called by the model as {@code orderStatus} where an order reaches a new status. */
@Component("orderStatus")
public class RecordStatus {

  private static final Set<OrderStatus> WITH_REASON =
      EnumSet.of(OrderStatus.CANCELLATION_REQUESTED, OrderStatus.CANCELLED, OrderStatus.REJECTED);

  private final OrderProgress progress;
  private final ApplicationEventPublisher events;

  RecordStatus(OrderProgress progress, ApplicationEventPublisher events) {
    this.progress = progress;
    this.events = events;
  }

  /** Records that the order reached {@code status}. */
  public void reached(DelegateExecution execution, String status) {
    UUID orderId = orderId(execution);
    OrderStatus next = OrderStatus.valueOf(status);
    @Nullable ReasonCode reason = WITH_REASON.contains(next) ? OrderStep.reason(execution) : null;
    boolean parked = progress.advance(orderId, next, reason, execution.getCurrentActivityId());
    if (parked) {
      events.publishEvent(new ParkedMessagesMayFit(orderId));
    }
  }

  /** Refuses an accepted cancel, because the courier picked up the order before the recall. */
  public void cancellationOutrun(DelegateExecution execution) {
    progress.refuseCancellation(orderId(execution), OrderCancellationRefused.Reason.PICKED_UP);
  }

  /** Published in a transaction that advances an order with parked messages. */
  public record ParkedMessagesMayFit(UUID orderId) {}
}
