package io.baedal.orchestrator.reconciliation;

import io.baedal.orchestrator.reconciliation.ChangeLog.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The walks that are under way, and the last ones that are done. */
public interface Walks {

  /** The most requests that can wait at a time. */
  int MOST_REQUESTS = 10;

  /**
   * Begins a walk on the wish of an operator.
   *
   * @return empty if {@link #MOST_REQUESTS} are under way
   */
  Optional<Walk> request(String operator, Instant from, Instant to);

  Optional<Walk> find(UUID id);

  /** Begins a walk of the job itself, which takes the place of the last one that is done. */
  void begin(Walk.Kind kind, Instant from, Instant to);

  /** The last one of {@code kind}, done or under way. */
  Optional<Walk> last(Walk.Kind kind);

  /** The most urgent one that is under way. */
  Optional<Walk> next();

  /**
   * Notes how far a walk has come; nothing if it is not where {@code walk} says any more, since
   * another replica has taken it up.
   *
   * @param source whose changes come next; null if all have been read
   */
  void advance(Walk walk, @Nullable String source, Position position, int compared);

  /** Notes why those that are under way do not get on. */
  void fail(String why);

  /**
   * Makes the caller the one replica that reconciles, until it is released or the time is over.
   *
   * @return when that will be; empty if another one is
   */
  Optional<Instant> lease(Duration time);

  /** Ends the lease that lasts until then; another's goes on. */
  void release(Instant until);
}
