package io.baedal.messaging.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer asked to cancel; answered by a cancelled order or by {@link OrderCancellationRefused}.
 */
public record OrderCancellationRequested(
    UUID orderId, @Nullable String comment, Instant requestedAt) implements DomainEvent {}
