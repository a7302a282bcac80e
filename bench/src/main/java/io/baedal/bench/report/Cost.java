package io.baedal.bench.report;

import static io.baedal.bench.watch.Reading.rounded;

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
    Map<String, DatabaseUse> databases,
    Map<String, Double> gcMillis,
    Map<String, Double> gcs,
    List<StatementUse> dearest) {

  private static final int SLOWEST = 100;

  /** Of {@code used}, for {@code count} orders or seconds. */
  public static Cost of(Reading used, double count) {
    Map<String, Double> cpu = each(used.cpuMillis(), millis -> millis / count);
    Map<String, DatabaseUse> databases = each(used.databases(), use -> use.per(count));
    return new Cost(
        Math.round(count),
        rounded(count / used.seconds()),
        rounded(
            cpu.entrySet().stream()
                .filter(process -> !process.getKey().equals(Meter.LOAD))
                .mapToDouble(Map.Entry::getValue)
                .sum()),
        each(cpu, Reading::rounded),
        rounded(databases.values().stream().mapToDouble(DatabaseUse::statements).sum()),
        rounded(databases.values().stream().mapToDouble(DatabaseUse::commits).sum()),
        rounded(used.walBytes() / count),
        databases,
        each(used.gc(), gc -> rounded(gc.seconds() * 1_000 / count)),
        each(used.gc(), GcUse::count),
        used.statements().values().stream()
            .filter(statement -> statement.calls() > 0)
            .sorted(Comparator.comparingDouble(StatementUse::millis).reversed())
            .limit(SLOWEST)
            .map(statement -> statement.per(count))
            .toList());
  }

  private static <V, R> Map<String, R> each(Map<String, V> values, Function<V, R> change) {
    Map<String, R> changed = new TreeMap<>();
    values.forEach((name, value) -> changed.put(name, change.apply(value)));
    return changed;
  }
}
