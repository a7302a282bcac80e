package io.baedal.bench.report;

import io.baedal.bench.load.Latency;
import io.baedal.bench.reference.ReferenceReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an order costs, as one table in which everything is compared with the bare engine. Of
 * several runs, each figure is the median.
 */
public final class BenchTable {

  private record Column(String head, int decimals, ToDoubleFunction<Row> value) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("orders/s", 1, row -> row.cost.perSecond()),
          new Column("CPU ms", 1, row -> row.cost.cpuMillis()),
          new Column("engine", 1, Row::engine),
          new Column("ratio", 2, Row::ratio),
          new Column("statements", 1, row -> row.cost.statements()),
          new Column("commits", 1, row -> row.cost.commits()),
          new Column("WAL kB", 1, row -> row.cost.walBytes() / 1_000),
          new Column("POST p50", 1, row -> row.post == null ? Double.NaN : row.post.p50()),
          new Column("p99", 1, row -> row.post == null ? Double.NaN : row.post.p99()),
          new Column("one POST", 1, row -> row.moment.post()),
          new Column(
              "delivered p99",
              1,
              row -> row.phase == null ? Double.NaN : row.phase.delivered().p99()),
          new Column(
              "view p99", 1, row -> row.phase == null ? Double.NaN : row.phase.view().p99()));

  private static final int FIRST = 26;

  /**
   * One line of one run.
   *
   * @param moment the references in the same minutes
   */
  private record Row(
      String name, Cost cost, Moment moment, @Nullable Latency post, @Nullable Phase phase) {

    double engine() {
      return moment.engine();
    }

    double ratio() {
      return cost.cpuMillis() / engine();
    }
  }

  private final List<BenchReport> runs;

  /**
   * @param runs at least one; all with the same phases
   */
  public BenchTable(List<BenchReport> runs) {
    this.runs = List.copyOf(runs);
  }

  /** For a terminal. */
  public String text() {
    var table = new TextTable(FIRST, 8, heads());
    rows().forEach(table::row);
    var text = new StringBuilder(table.text());
    refusals().forEach(line -> text.append("REFUSED  ").append(line).append('\n'));
    return text.toString();
  }

  /** Orders that were not accepted: nothing in a run should cause that. */
  public List<String> refusals() {
    return runs.stream()
        .flatMap(run -> run.phases().stream())
        .flatMap(
            phase ->
                phase.counts().entrySet().stream()
                    .filter(count -> count.getKey().startsWith("POST "))
                    .filter(count -> !count.getKey().equals("POST 201"))
                    .map(count -> phase.name() + ": " + count.getValue() + " x " + count.getKey()))
        .toList();
  }

  static List<String> heads() {
    return Stream.concat(Stream.of(""), COLUMNS.stream().map(Column::head)).toList();
  }

  /** All rows below the heads. */
  List<List<String>> rows() {
    List<List<Row>> byRun = runs.stream().map(BenchTable::rows).toList();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < byRun.get(0).size(); i++) {
      int line = i;
      rows.add(row(byRun.stream().map(run -> run.get(line)).toList()));
    }
    return rows;
  }

  private static List<String> row(List<Row> ofEachRun) {
    List<String> cells = new ArrayList<>();
    cells.add(ofEachRun.get(0).name);
    for (Column column : COLUMNS) {
      double median = median(ofEachRun.stream().mapToDouble(column.value).sorted().toArray());
      cells.add(
          Double.isFinite(median)
              ? String.format(Locale.ROOT, "%." + column.decimals + "f", median)
              : "");
    }
    return cells;
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static List<Row> rows(BenchReport run) {
    Moment engine = new Moment(engine(run), Double.NaN);
    List<Row> rows = new ArrayList<>();
    references(rows, run.before(), "before", engine);
    for (Phase phase : run.phases()) {
      rows.add(new Row(phase.name(), phase.cost(), run.around(phase), phase.post(), phase));
    }
    references(rows, run.after(), "after", engine);
    return rows;
  }

  /** What an order cost in the bare engine before and after the system. */
  private static double engine(BenchReport run) {
    return Stream.of(run.before(), run.after())
        .flatMap(Stream::ofNullable)
        .mapToDouble(reference -> reference.stock().cpuMillis())
        .average()
        .orElse(Double.NaN);
  }

  private static void references(
      List<Row> rows, @Nullable ReferenceReport reference, String when, Moment engine) {
    if (reference == null) {
      return;
    }
    rows.add(new Row("engine, stock, " + when, reference.stock(), engine, null, null));
    rows.add(new Row("engine, our settings, " + when, reference.own(), engine, null, null));
    rows.add(new Row("one POST, " + when, reference.post(), engine, reference.postAtHalf(), null));
  }
}
