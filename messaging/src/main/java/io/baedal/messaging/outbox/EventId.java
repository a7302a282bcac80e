package io.baedal.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** The id of an event follows from what it says: one that is made again is known as a repeat. */
final class EventId {

  /** A name-based UUID; {@code payload} holds order and time, so that no two events share one. */
  static UUID of(String type, String payload) {
    return UUID.nameUUIDFromBytes((type + ' ' + payload).getBytes(UTF_8));
  }

  private EventId() {}
}
