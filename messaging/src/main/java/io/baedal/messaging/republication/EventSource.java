package io.baedal.messaging.republication;

import io.baedal.messaging.event.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A table with one row per order, from which the order's events can be rebuilt. */
public interface EventSource {

  /**
   * The ids of the next {@code limit} orders after {@code after}, in PostgreSQL's order of UUIDs,
   * which is the order of their text.
   */
  List<UUID> next(UUID after, int limit);

  /**
   * All events so far, in the order in which they happened, of the orders that changed at {@code
   * since} or later. The rows stay locked until the running transaction ends, so that no new event
   * overtakes these.
   *
   * @param after the order before the first one to read
   * @param last the last order to read
   */
  List<DomainEvent> eventsOf(UUID after, UUID last, Instant since);
}
