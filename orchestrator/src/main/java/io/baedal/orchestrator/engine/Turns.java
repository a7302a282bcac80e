package io.baedal.orchestrator.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When jobs come back whose worker could not take them: one after the other, twenty a second for
 * each step. So it costs the same however many wait, and when the worker is well again none waits
 * for longer than it takes to get through those before it, nor for longer than a bound.
 */
final class Turns {

  private static final Duration BETWEEN = Duration.ofMillis(50);

  /** Beyond it several share a turn. */
  private static final Duration LONGEST_LINE = Duration.ofMinutes(5);

  private final Map<String, Instant> last = new ConcurrentHashMap<>();

  /** Takes the next turn for a job that waits at {@code step}, not before {@code earliest}. */
  Instant next(String step, Instant earliest) {
    return last.merge(step, earliest, Turns::after);
  }

  private static Instant after(Instant before, Instant earliest) {
    Instant next = before.plus(BETWEEN);
    Instant latest = earliest.plus(LONGEST_LINE);
    return next.isBefore(earliest) ? earliest : next.isAfter(latest) ? latest : next;
  }
}
