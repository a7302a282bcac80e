package io.baedal.messaging.inbox;

import io.baedal.messaging.event.DomainEvent;
import java.util.UUID;

/** A received event, with the id that stays the same when it is redelivered. */
public record ReceivedEvent(UUID id, DomainEvent event) {}
