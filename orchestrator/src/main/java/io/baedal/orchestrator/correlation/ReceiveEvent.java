package io.baedal.orchestrator.correlation;

import io.baedal.messaging.inbox.Inbox;
import io.baedal.messaging.inbox.ReceivedEvent;
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

  /** Takes an event that has been received; its repeats have no effect. */
  public void once(ReceivedEvent received) {
    if (!EventEffects.hasAny(received.event())) {
      return;
    }
    try {
      transaction.run(() -> takeOrPark(received));
    } catch (SuspendedEntityInteractionException held) {
      // an operator holds the version of the process, or this one; not for ever
      transaction.run(() -> park(received));
    }
  }

  private void takeOrPark(ReceivedEvent received) {
    if (inbox.firstTime(received.id()) && !effects.take(received.event())) {
      parked.park(received);
    }
  }

  private void park(ReceivedEvent received) {
    if (inbox.firstTime(received.id())) {
      parked.park(received);
    }
  }
}
