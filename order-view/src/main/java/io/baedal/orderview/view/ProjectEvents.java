package io.baedal.orderview.view;

import io.baedal.messaging.inbox.ReceivedEvent;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies events to the views of their orders. */
@Component
public class ProjectEvents {

  private final OrderViews views;

  ProjectEvents(OrderViews views) {
    this.views = views;
  }

  /**
   * Applies all events or none. An event that was applied before, or that no view shows, has no
   * effect. No inbox is needed, since the views themselves detect repeats.
   */
  @Transactional
  public void apply(List<ReceivedEvent> received) {
    views.note(received.stream().map(ReceivedEvent::event).toList());
  }
}
