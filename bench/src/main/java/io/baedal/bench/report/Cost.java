package io.baedal.bench.report;

import io.baedal.bench.watch.DatabaseUse;
import io.baedal.bench.watch.GcUse;
import io.baedal.bench.watch.Meter;
import io.baedal.bench.watch.Reading;
import io.baedal.bench.watch.StatementUse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What one order cost, or one second of an idle system.
 *
 * @param count how many orders, or seconds, it is the mean of
 * @param perSecond how many there were per second
 * @param cpuMillis CPU time of all processes but the load's own
 * @param cpuMillisOf by process, the load's included
 * @param walBytes all bytes of the write-ahead log
 * @param databases by name
 * @param gcMillis for which each JVM was stopped by garbage collections
 * @param gcs how many garbage collections there were
 * @param dearest the statements with the most execution time in total
 */
public record Cost(
    long count,
    double perSecond,
    double cpuMillis,
    Map<String, Double> cpuMillisOf,
    double statements,
    double commits,
    double walBytes,
    Map<String, Database> databases,
    Map<String, Double> gcMillis,
    Map<String, Double> gcs,
    List<Statement> dearest) {

  private static final int SLOWEST = 100;

  /**
   * The same for one database.
   *
   * @param walBytes logged by statements: without the records of commits
   * @param millis execution time of its statements
   */
  public record Database(double statements, double commits, double walBytes, double millis) {}

  /** One statement: how often it was executed, for how long in all, and what it logged. */
  public record Statement(
      String database, String text, double calls, double millis, double walBytes) {}

  /** Of {@code used}, for {@code count} orders or seconds. */
  public static Cost of(Reading used, double count) {
    Map<String, Double> cpu = each(used.cpuMillis(), millis -> millis / count);
    Map<String, Database> databases = each(used.databases(), use -> database(use, count));
    return new Cost(
        Math.round(count),
        round(count / used.seconds()),
        round(
            cpu.entrySet().stream()
                .filter(process -> !process.getKey().equals(Meter.LOAD))
                .mapToDouble(Map.Entry::getValue)
                .sum()),
        each(cpu, Cost::round),
        round(databases.values().stream().mapToDouble(Database::statements).sum()),
        round(databases.values().stream().mapToDouble(Database::commits).sum()),
        round(used.walBytes() / count),
        databases,
        each(used.gc(), gc -> round(gc.seconds() * 1_000 / count)),
        each(used.gc(), GcUse::count),
        slowest(used, count));
  }

  private static Database database(DatabaseUse use, double count) {
    return new Database(
        round(use.statements() / count),
        round(use.commits() / count),
        round(use.walBytes() / count),
        round(use.millis() / count));
  }

  private static List<Statement> slowest(Reading used, double count) {
    return used.statements().values().stream()
        .filter(statement -> statement.calls() > 0)
        .sorted(Comparator.comparingDouble(StatementUse::millis).reversed())
        .limit(SLOWEST)
        .map(
            statement ->
                new Statement(
                    statement.database(),
                    statement.text().replaceAll("\\s+", " "),
                    round(statement.calls() / count),
                    round(statement.millis() / count),
                    round(statement.walBytes() / count)))
        .toList();
  }

  private static <V, R> Map<String, R> each(Map<String, V> values, Function<V, R> change) {
    Map<String, R> changed = new TreeMap<>();
    values.forEach((name, value) -> changed.put(name, change.apply(value)));
    return changed;
  }

  private static double round(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
