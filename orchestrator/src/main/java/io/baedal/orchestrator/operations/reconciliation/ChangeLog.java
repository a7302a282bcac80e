package io.baedal.orchestrator.operations.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The changes of orders at one source. */
public interface ChangeLog {

  /** The most changes per call. */
  int PAGE = 100;

  /** The name of the source, which scans store. */
  String name();

  /**
   * The next {@link #PAGE} changes after {@code position} and before {@code to}, the earliest
   * first; fewer only if there are no more.
   *
   * @throws SourceUnavailable if it does not answer
   */
  List<Change> next(Position position, Instant to);

  /** When an order last changed at the source. */
  record Change(UUID orderId, Instant changedAt) {}

  /** A position in the changes, which are sorted by time and then by order id. */
  record Position(Instant at, UUID order) {

    static Position before(Instant at) {
      return new Position(at, new UUID(0, 0));
    }

    static Position after(Change change) {
      return new Position(change.changedAt(), change.orderId());
    }
  }
}
