package io.baedal.orderview.view;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All order views. Events can be applied in any sequence and more than once, with the same result.
 */
public interface OrderViews {

  /** Applies {@code events} of any orders. Events that are not part of a view are ignored. */
  void apply(List<DomainEvent> events);

  /** The view with its timeline; empty if the order is unknown or outside {@code scope}. */
  Optional<OrderView> find(UUID orderId, Scope scope);

  /**
   * The next {@code limit} views that match {@code filter}, newest order first, without timelines.
   *
   * @param after the end of the previous page; null for the first page
   */
  List<OrderView> list(ViewFilter filter, @Nullable Cursor after, int limit);
}
