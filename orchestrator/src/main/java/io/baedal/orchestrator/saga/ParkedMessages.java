package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.inbox.ReceivedEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Messages that arrived before their order waits for them. */
public interface ParkedMessages {

  /** Parks a message, in the transaction that found it too early. */
  void park(ReceivedEvent early);

  /** The messages of an order, by time of arrival. */
  List<Parked> of(UUID orderId);

  /** Deletes a message that was applied, or can have no effect. */
  void remove(Parked message);

  /**
   * Sets the number of parked messages in the order's row, whose lock the caller holds. If a
   * message is parked while its order begins, neither transaction sees the other's row, and the
   * number lacks the message until this call.
   */
  void count(UUID orderId);

  /**
   * Takes orders whose messages were not tried for some seconds, longest wait first. For the next
   * seconds no instance takes them again.
   *
   * @param otherVersions the engine's ids of the versions whose orders are left to other builds
   */
  List<UUID> takeOrdersToTry(Collection<String> otherVersions, int limit);

  /**
   * Deletes messages of unknown orders and of orders without a process. A parked {@code
   * OrderPlaced} is kept.
   *
   * @return the number of deleted messages
   */
  int deleteUndeliverable(Duration olderThan);

  /** A parked message. */
  record Parked(UUID eventId, DomainEvent event) {}
}
