package io.baedal.orderview.view;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.web.page.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All order views. Each fact can be noted at any time, before or after any other of its order, and
 * again; the view is the same in the end.
 */
public interface OrderViews {

  /** Takes what {@code events} tell of any orders; those that tell nothing here are passed over. */
  void note(List<DomainEvent> events);

  /** The view with its timeline; empty when nothing is known of the order. */
  Optional<OrderView> find(UUID orderId);

  /**
   * The next {@code limit} views that {@code filter} lets through, newest order first, without
   * timelines.
   *
   * @param after where the page before ended; null for the first one
   */
  List<OrderView> list(ViewFilter filter, @Nullable Cursor after, int limit);
}
