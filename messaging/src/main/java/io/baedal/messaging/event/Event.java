package io.baedal.messaging.event;

import java.util.UUID;

/** An event that is published. Within {@code .v1} only optional fields may be added. */
public interface Event {

  /** The events of a service with the same key stay in sequence. */
  UUID key();
}
