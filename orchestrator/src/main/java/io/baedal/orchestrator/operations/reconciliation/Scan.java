package io.baedal.orchestrator.operations.reconciliation;

import io.baedal.orchestrator.operations.reconciliation.ChangeLog.Position;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scan of all changes in a span of time, one source after the other, with the position it has
 * reached. It is stored after each page, so that any run of any replica can continue it.
 *
 * @param askedBy the operator who requested it; null for a scheduled scan
 * @param source the source whose changes are being read
 * @param orders the number of orders compared so far
 * @param failure why it makes no progress; null if it does
 */
public record Scan(
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

  /** The reasons for a scan, the most urgent first. */
  public enum Kind {
    /** What has changed since the last one of this kind. */
    WINDOW,
    /** An operator requested it. */
    REQUEST,
    /** Once a day: finds changes for which the source stores no time. */
    LOOK_BACK
  }

  Position position() {
    return new Position(positionAt, positionOrder);
  }
}
