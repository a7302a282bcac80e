package io.baedal.orchestrator.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which orders changed at one of the sides, and when. */
public interface ChangeLog {

  /** The most changes that can be asked for at a time. */
  int PAGE = 100;

  /** Its name, as a walk keeps it. */
  String name();

  /**
   * The next {@link #PAGE} changes behind {@code position} and before {@code to}, the earliest
   * first; fewer only if there are no more.
   *
   * @throws LedgerUnavailable if it does not answer
   */
  List<Change> next(Position position, Instant to);

  /** When an order last changed there. */
  record Change(UUID orderId, Instant changedAt) {}

  /** Behind all changes at an instant of the orders up to one. */
  record Position(Instant at, UUID order) {

    static Position before(Instant at) {
      return new Position(at, new UUID(0, 0));
    }

    static Position behind(Change change) {
      return new Position(change.changedAt(), change.orderId());
    }
  }
}
