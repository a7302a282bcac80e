package io.baedal.orchestrator.correlation;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.EventType;
import io.baedal.messaging.inbox.ReceivedEvent;
import java.time.Duration;
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

  /** Orders whose messages were not tried for some seconds, at most {@code limit} of them. */
  List<UUID> ordersToTry(int limit);

  /**
   * Forgets messages of orders that never came.
   *
   * @return how many
   */
  int forgetStrays(Duration olderThan);

  /** A message that waits. */
  record Parked(UUID eventId, UUID orderId, EventType type, DomainEvent event) {}
}
