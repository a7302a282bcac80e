package io.baedal.orderview.view;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.messaging.inbox.Inbox;
import io.baedal.messaging.inbox.ReceivedEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings an event into the view of its order, once. */
@Component
public class ProjectEvent {

  private final Inbox inbox;
  private final OrderViews views;

  ProjectEvent(Inbox inbox, OrderViews views) {
    this.inbox = inbox;
    this.views = views;
  }

  /** Has no effect when the event was applied before, or tells nothing that a view shows. */
  @Transactional
  public void apply(ReceivedEvent received) {
    if (!inbox.firstTime(received.id())) {
      return;
    }
    DomainEvent event = received.event();
    if (event instanceof OrderPlaced placed) {
      views.note(placed);
    } else if (event instanceof OrderStatusChanged changed) {
      views.note(changed);
    } else if (event instanceof OrderCancellationRequested requested) {
      views.note(requested);
    } else if (event instanceof OrderCancellationRefused refused) {
      views.note(refused);
    }
  }
}
