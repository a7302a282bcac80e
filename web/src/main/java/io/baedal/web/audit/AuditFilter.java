package io.baedal.web.audit;

import io.baedal.messaging.event.AuditOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a list has. A null does not filter.
 *
 * @param from at this time or later
 * @param to before this time
 */
public record AuditFilter(
    @Nullable String subject,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable AuditOutcome outcome) {}
