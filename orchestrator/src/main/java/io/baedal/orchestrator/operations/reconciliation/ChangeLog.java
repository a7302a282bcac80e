package io.baedal.orchestrator.operations.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which orders changed at one of the sources, and when. */
public interface ChangeLog {

  /** The most changes that can be asked for at a time. */
  int PAGE = 100;

  /** Its name, as a scan stores it. */
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

  /** A position after all changes at an instant of the orders up to a given one. */
  record Position(Instant at, UUID order) {

    static Position before(Instant at) {
      return new Position(at, new UUID(0, 0));
    }

    static Position behind(Change change) {
      return new Position(change.changedAt(), change.orderId());
    }
  }
}
