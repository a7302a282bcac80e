package io.baedal.orchestrator.operations.reconciliation;

import io.baedal.orchestrator.operations.reconciliation.ChangeLog.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The scans in progress, and the last completed ones. */
public interface Scans {

  /** The most requests that can be in progress at a time. */
  int MOST_REQUESTS = 10;

  /**
   * Begins a scan at the request of an operator.
   *
   * @return empty if {@link #MOST_REQUESTS} are in progress
   */
  Optional<Scan> request(String operator, Instant from, Instant to);

  Optional<Scan> find(UUID id);

  /** Begins a scheduled scan, which replaces the last completed one of its kind. */
  void begin(Scan.Kind kind, Instant from, Instant to);

  /** The last one of {@code kind}, completed or in progress. */
  Optional<Scan> last(Scan.Kind kind);

  /** The most urgent one in progress. */
  Optional<Scan> next();

  /**
   * Stores the progress of a scan. Does nothing if the position is no longer that of {@code scan},
   * because another replica has continued it.
   *
   * @param source the source to read next; null if all have been read
   */
  void advance(Scan scan, @Nullable String source, Position position, int compared);

  /** Records why the scans in progress make no progress. */
  void fail(String why);

  /**
   * Makes the caller the only replica that reconciles, until the lease is released or expires.
   *
   * @return when the lease expires; empty if another replica holds it
   */
  Optional<Instant> lease(Duration time);

  /** Releases the lease that expires at {@code until}, and no other. */
  void release(Instant until);
}
