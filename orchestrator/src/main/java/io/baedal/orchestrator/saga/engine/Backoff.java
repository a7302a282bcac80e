package io.baedal.orchestrator.saga.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Spreads the retries of jobs whose calls were rejected: twenty a second for each step, however
 * many jobs wait. After the worker has recovered, a job waits only for the jobs ahead of it, and at
 * most five minutes.
 */
final class Backoff {

  private static final Duration INTERVAL = Duration.ofMillis(50);

  /** In a longer queue, several jobs share a due time. */
  private static final Duration LONGEST_QUEUE = Duration.ofMinutes(5);

  private final Map<String, Instant> last = new ConcurrentHashMap<>();

  /** Reserves the next due time for a job at {@code step}, not before {@code earliest}. */
  Instant next(String step, Instant earliest) {
    return last.merge(step, earliest, Backoff::after);
  }

  private static Instant after(Instant before, Instant earliest) {
    Instant next = before.plus(INTERVAL);
    Instant latest = earliest.plus(LONGEST_QUEUE);
    return next.isBefore(earliest) ? earliest : next.isAfter(latest) ? latest : next;
  }
}
