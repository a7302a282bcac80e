package io.baedal.messaging.inbox;

import io.baedal.messaging.event.DomainEvent;
import java.util.UUID;

/** An event as it came, with the id that stays the same when it comes again. */
public record ReceivedEvent(UUID id, DomainEvent event) {}
