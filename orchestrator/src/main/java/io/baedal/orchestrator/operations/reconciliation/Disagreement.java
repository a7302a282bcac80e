package io.baedal.orchestrator.operations.reconciliation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An order on which the sources disagree.
 *
 * @param sources what each source reports, by its name
 * @param firstSeenAt when it was first found
 * @param lastSeenAt when it was last found
 */
public record Disagreement(
    UUID orderId,
    Kind kind,
    Map<String, String> sources,
    Instant firstSeenAt,
    Instant lastSeenAt) {}
