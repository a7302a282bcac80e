package io.baedal.bench.watch;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * The resources used up to a moment or, after {@link #since}, between two moments.
 *
 * @param nanos on a clock with an arbitrary origin
 * @param cpuMillis by process; {@link Meter#LOAD} is this tool, which makes the load
 * @param databases by name
 * @param statements by an identifier
 * @param walBytes all bytes of the write-ahead log, of all databases
 * @param gc by service
 */
public record Reading(
    long nanos,
    Map<String, Long> cpuMillis,
    Map<String, DatabaseUse> databases,
    Map<String, StatementUse> statements,
    long walBytes,
    Map<String, GcUse> gc) {

  /** What was used since {@code before}. */
  public Reading since(Reading before) {
    return new Reading(
        nanos - before.nanos,
        minus(cpuMillis, before.cpuMillis, 0L, (now, then) -> now - then),
        minus(databases, before.databases, DatabaseUse.NONE, DatabaseUse::since),
        minus(
            statements,
            before.statements,
            new StatementUse("", "", 0, 0, 0),
            (now, then) -> now.since(then)),
        walBytes - before.walBytes,
        minus(gc, before.gc, GcUse.NONE, GcUse::since));
  }

  /** The seconds between the two moments. */
  public double seconds() {
    return nanos / 1e9;
  }

  /** Rounded to thousandths. */
  public static double rounded(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }

  private static <V> Map<String, V> minus(
      Map<String, V> now, Map<String, V> before, V none, BinaryOperator<V> difference) {
    Map<String, V> used = new TreeMap<>();
    now.forEach(
        (name, value) -> used.put(name, difference.apply(value, before.getOrDefault(name, none))));
    return used;
  }
}
