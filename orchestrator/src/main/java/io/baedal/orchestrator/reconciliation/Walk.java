package io.baedal.orchestrator.reconciliation;

import io.baedal.orchestrator.reconciliation.ChangeLog.Position;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A walk through all that changed in a span of time: the changes of one source after the other, up
 * to a position. It is kept after each page, so that any run of any replica can take it up.
 *
 * @param askedBy the operator who wanted it; null for the job's own
 * @param source whose changes are being read
 * @param orders how many were compared so far
 * @param failure why it does not get on; null when it does
 */
public record Walk(
    UUID id,
    Kind kind,
    @Nullable String askedBy,
    Instant spanFrom,
    Instant spanTo,
    String source,
    Instant positionAt,
    UUID positionOrder,
    int orders,
    Instant askedAt,
    @Nullable Instant endedAt,
    @Nullable String failure) {

  /** Why there is a walk; the more urgent first. */
  public enum Kind {
    /** What has changed since the last one. */
    WINDOW,
    /** An operator wants it. */
    REQUEST,
    /** Once a day: finds what has changed since it was compared without leaving a time. */
    LOOK_BACK
  }

  Position position() {
    return new Position(positionAt, positionOrder);
  }
}
