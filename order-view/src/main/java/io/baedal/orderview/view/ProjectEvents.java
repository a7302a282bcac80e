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
   * Applies all events or none. An event that is already applied, or not part of a view, has no
   * effect. No inbox is needed, since the views detect duplicates.
   */
  @Transactional
  public void apply(List<ReceivedEvent> received) {
    views.apply(received.stream().map(ReceivedEvent::event).toList());
  }
}
