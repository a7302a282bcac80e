package io.baedal.orchestrator.saga.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When to retry jobs whose worker could not take them: one after the other, twenty a second for
 * each step. The load is therefore the same however many jobs wait. After the worker has recovered,
 * a job waits only for the jobs ahead of it, and never longer than a bound.
 */
final class Backoff {

  private static final Duration BETWEEN = Duration.ofMillis(50);

  /** In a longer line, several jobs share a due time. */
  private static final Duration LONGEST_LINE = Duration.ofMinutes(5);

  private final Map<String, Instant> last = new ConcurrentHashMap<>();

  /** Reserves the next due time for a job at {@code step}, not before {@code earliest}. */
  Instant next(String step, Instant earliest) {
    return last.merge(step, earliest, Backoff::after);
  }

  private static Instant after(Instant before, Instant earliest) {
    Instant next = before.plus(BETWEEN);
    Instant latest = earliest.plus(LONGEST_LINE);
    return next.isBefore(earliest) ? earliest : next.isAfter(latest) ? latest : next;
  }
}
