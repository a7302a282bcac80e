package io.baedal.orchestrator.correlation;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.EventType;
import io.baedal.messaging.inbox.ReceivedEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Messages that came before their order waits for them. */
interface ParkedMessages {

  /** Keeps a message, in the transaction that found that it is early. */
  void park(ReceivedEvent early);

  /** The messages of an order in the order in which they came. */
  List<Parked> of(UUID orderId);

  /** Forgets a message that had its effect, or can have none. */
  void remove(Parked message);

  /**
   * Sets the number of parked messages in the order's row, whose lock the caller holds. A message
   * that is parked while its order begins is in neither of the two transactions' sight, and missing
   * in the number until then.
   */
  void count(UUID orderId);

  /**
   * Takes orders whose messages were not tried for some seconds, those that wait longest first; for
   * the next seconds nobody else takes them.
   *
   * @param otherVersions the engine's ids of versions that are left to other builds, and their
   *     orders with them
   */
  List<UUID> takeOrdersToTry(Collection<String> otherVersions, int limit);

  /**
   * Forgets messages of orders that never came, or whose process is gone. An order that waits to
   * begin is none of them.
   *
   * @return how many
   */
  int forgetStrays(Duration olderThan);

  /** A message that waits. */
  record Parked(UUID eventId, UUID orderId, EventType type, DomainEvent event) {}
}
