package io.baedal.orchestrator.correlation;

import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.inbox.Inbox;
import io.baedal.messaging.inbox.ReceivedEvent;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.springframework.stereotype.Component;

/**
 * Gives an event its effect on the order's process, once, or parks it until it fits: until the
 * process waits for it, or an operator lets go of what is suspended.
 */
@Component
public class ReceiveEvent {

  private final Inbox inbox;
  private final EventEffects effects;
  private final ParkedMessages parked;
  private final RetriedTransaction transaction;

  ReceiveEvent(
      Inbox inbox, EventEffects effects, ParkedMessages parked, RetriedTransaction transaction) {
    this.inbox = inbox;
    this.effects = effects;
    this.parked = parked;
    this.transaction = transaction;
  }

  /** Takes events that have been received, all in one transaction; repeats have no effect. */
  public void all(List<ReceivedEvent> received) {
    // in one order everywhere: two instances that each wait for a row of the other would fail
    List<ReceivedEvent> effective =
        received.stream()
            .filter(one -> EventEffects.hasAny(one.event()))
            .sorted(Comparator.comparing(one -> one.event().orderId()))
            .toList();
    if (effective.isEmpty()) {
      return;
    }
    try {
      transaction.run(() -> effective.forEach(this::takeOrPark));
    } catch (SuspendedEntityInteractionException held) {
      if (effective.size() > 1) {
        throw held;
      }
      // an operator holds the version of the process, or this one; it can be delivered later
      transaction.run(() -> effective.forEach(parked::park));
    }
  }

  private void takeOrPark(ReceivedEvent received) {
    if (isFirst(received) && !effects.take(received.event())) {
      parked.park(received);
    }
  }

  /** The order's status tells a repeat of anything but a request, which would be answered again. */
  private boolean isFirst(ReceivedEvent received) {
    return !(received.event() instanceof OrderCancellationRequested)
        || inbox.firstTime(received.id());
  }
}
