package io.baedal.orchestrator.correlation;

import io.baedal.messaging.inbox.Inbox;
import io.baedal.messaging.inbox.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Gives an event its effect on the order's process, once, or parks it until it fits. */
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
    transaction.run(
        () -> {
          if (inbox.firstTime(received.id()) && !effects.take(received.event())) {
            parked.park(received);
          }
        });
  }
}
