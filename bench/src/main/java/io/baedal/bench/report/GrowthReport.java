package io.baedal.bench.report;

import static io.baedal.bench.report.TextTable.one;

import io.baedal.bench.load.Latency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an order costs beside many others; written as JSON.
 *
 * @param ended orders in the databases that have ended
 * @param open orders that wait for their store
 * @param phases the same load with empty databases, with full ones, and while these are cleaned
 * @param lists how long each list takes with full databases, without other load
 * @param left rows that the clean-up was to remove, by kind: before, after
 */
public record GrowthReport(
    String begunAt,
    Machine machine,
    int ended,
    int open,
    List<Phase> phases,
    Map<String, Latency> lists,
    Map<String, List<Long>> left) {

  private static final double LONGEST_LIST_MILLIS = 200;

  /** A readable table. */
  public String text() {
    var table =
        new TextTable(
            18,
            9,
            List.of("", "CPU ms", "statements", "commits", "WAL kB", "POST p99", "delivered p99"));
    for (Phase phase : phases) {
      Cost cost = phase.cost();
      table.row(
          List.of(
              phase.name(),
              one(cost.cpuMillis()),
              one(cost.statements()),
              one(cost.commits()),
              one(cost.walBytes() / 1_000),
              one(phase.post().p99()),
              one(phase.delivered().p99())));
    }
    var text = new StringBuilder(table.text()).append('\n');
    lists.forEach(
        (path, latency) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%8.1f %8.1f  %s%s%n",
                    latency.p50(),
                    latency.max(),
                    latency.p95() > LONGEST_LIST_MILLIS ? "SLOW  " : "",
                    path)));
    text.append('\n');
    left.forEach((rows, counts) -> text.append(rows).append(": ").append(counts).append('\n'));
    return text.toString();
  }
}
