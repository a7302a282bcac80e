package io.baedal.messaging.republication;

import io.baedal.messaging.event.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A table with a row for each order, from which the events of the order can be made again. */
public interface EventSource {

  /**
   * The ids of the next {@code limit} orders behind {@code after}, in PostgreSQL's order of UUIDs:
   * that of their text.
   */
  List<UUID> next(UUID after, int limit);

  /**
   * All events so far, in the order in which they happened, of those orders that changed at {@code
   * since} or later. Their rows stay locked until the running transaction ends, so that no event
   * which is new overtakes them.
   *
   * @param after the order before the first one to look at
   * @param last the last order to look at
   */
  List<DomainEvent> eventsOf(UUID after, UUID last, Instant since);
}
