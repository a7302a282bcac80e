package io.baedal.orchestrator.reconciliation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An order on which the sides disagree.
 *
 * @param sides what each one says, by its name
 * @param firstSeenAt when it was found
 * @param lastSeenAt when it was last found to stand
 */
public record Disagreement(
    UUID orderId, Kind kind, Map<String, String> sides, Instant firstSeenAt, Instant lastSeenAt) {}
