package io.baedal.orderview.view;

import io.baedal.messaging.inbox.ReceivedEvent;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings events into the views of their orders. */
@Component
public class ProjectEvents {

  private final OrderViews views;

  ProjectEvents(OrderViews views) {
    this.views = views;
  }

  /**
   * Applies all of them or none. An event that was applied before, or tells nothing that a view
   * shows, has no effect: the views themselves tell, so that no inbox is needed.
   */
  @Transactional
  public void apply(List<ReceivedEvent> received) {
    views.note(received.stream().map(ReceivedEvent::event).toList());
  }
}
