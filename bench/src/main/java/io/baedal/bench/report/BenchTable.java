package io.baedal.bench.report;

import static io.baedal.bench.report.TextTable.one;

import io.baedal.bench.reference.ReferenceReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an order costs, as one table in which everything is compared with the bare engine. */
public final class BenchTable {

  static final List<String> HEADS =
      List.of(
          "",
          "orders/s",
          "CPU ms",
          "engine",
          "ratio",
          "statements",
          "commits",
          "WAL kB",
          "POST p50",
          "p99",
          "delivered p99",
          "view p99");

  private static final int FIRST = 26;

  private final BenchReport report;

  public BenchTable(BenchReport report) {
    this.report = report;
  }

  /** For a terminal. */
  public String text() {
    var table = new TextTable(FIRST, 8, HEADS);
    rows().forEach(table::row);
    var text = new StringBuilder(table.text());
    refusals().forEach(line -> text.append("REFUSED  ").append(line).append('\n'));
    return text.toString();
  }

  /** Orders that were not accepted: nothing in a run should cause that. */
  public List<String> refusals() {
    return report.phases().stream()
        .flatMap(
            phase ->
                phase.counts().entrySet().stream()
                    .filter(count -> count.getKey().startsWith("POST "))
                    .filter(count -> !count.getKey().equals("POST 201"))
                    .map(count -> phase.name() + ": " + count.getValue() + " x " + count.getKey()))
        .toList();
  }

  /** All rows below the heads. */
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    double engine = engine();
    references(rows, report.before(), "before", engine);
    for (Phase phase : report.phases()) {
      rows.add(
          cost(
              phase.name(),
              phase.cost(),
              report.engineAround(phase),
              one(phase.post().p50()),
              one(phase.post().p99()),
              one(phase.delivered().p99()),
              one(phase.view().p99())));
    }
    references(rows, report.after(), "after", engine);
    return rows;
  }

  /** What an order cost in the bare engine before and after the system; 0 if not known. */
  private double engine() {
    return Stream.of(report.before(), report.after())
        .flatMap(Stream::ofNullable)
        .mapToDouble(reference -> reference.stock().cpuMillis())
        .average()
        .orElse(0);
  }

  private static void references(
      List<List<String>> rows, @Nullable ReferenceReport reference, String when, double engine) {
    if (reference == null) {
      return;
    }
    rows.add(cost("engine, stock, " + when, reference.stock(), engine, "", "", "", ""));
    rows.add(cost("engine, our settings, " + when, reference.own(), engine, "", "", "", ""));
    rows.add(
        cost(
            "one POST, " + when,
            reference.post(),
            engine,
            one(reference.postAtHalf().p50()),
            one(reference.postAtHalf().p99()),
            "",
            ""));
  }

  private static List<String> cost(String name, Cost cost, double engine, String... times) {
    List<String> row = new ArrayList<>();
    row.add(name);
    row.add(one(cost.perSecond()));
    row.add(one(cost.cpuMillis()));
    row.add(engine > 0 ? one(engine) : "");
    row.add(engine > 0 ? String.format(Locale.ROOT, "%.2f", cost.cpuMillis() / engine) : "");
    row.add(one(cost.statements()));
    row.add(one(cost.commits()));
    row.add(one(cost.walBytes() / 1_000));
    row.addAll(List.of(times));
    return row;
  }
}
