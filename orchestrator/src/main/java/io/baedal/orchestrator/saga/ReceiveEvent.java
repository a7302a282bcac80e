package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.inbox.Inbox;
import io.baedal.messaging.inbox.ReceivedEvent;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.springframework.stereotype.Component;

/**
 * Applies each event once to the process of its order, or parks it until the process waits for it
 * or an operator resumes what is suspended.
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

  /** Handles received events in one transaction; repeats have no effect. */
  public void all(List<ReceivedEvent> received) {
    // sorted, so that two instances cannot deadlock
    List<ReceivedEvent> effective =
        received.stream()
            .filter(one -> EventEffects.hasAny(one.event()))
            .sorted(Comparator.comparing(one -> one.event().orderId()))
            .toList();
    if (effective.isEmpty()) {
      return;
    }
    try {
      transaction.run(() -> effective.forEach(this::applyOrPark));
    } catch (SuspendedEntityInteractionException suspended) {
      if (effective.size() > 1) {
        throw suspended;
      }
      // an operator has suspended the version or this process; it can be delivered later
      transaction.run(() -> effective.forEach(parked::park));
    }
  }

  private void applyOrPark(ReceivedEvent received) {
    if (isFirst(received) && !effects.apply(received.event())) {
      parked.park(received);
    }
  }

  /**
   * Only requests to cancel need the inbox; the order's status shows repeats of all other events.
   */
  private boolean isFirst(ReceivedEvent received) {
    return !(received.event() instanceof OrderCancellationRequested)
        || inbox.firstTime(received.id());
  }
}
