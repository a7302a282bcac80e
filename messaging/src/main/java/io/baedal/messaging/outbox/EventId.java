package io.baedal.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * Derives the id of an event from its content, so that a rebuilt event is recognised as a
 * duplicate.
 */
final class EventId {

  /**
   * A name-based UUID; {@code payload} contains order and time, so that no two events share one.
   */
  static UUID of(String type, String payload) {
    return UUID.nameUUIDFromBytes((type + ' ' + payload).getBytes(UTF_8));
  }

  private EventId() {}
}
