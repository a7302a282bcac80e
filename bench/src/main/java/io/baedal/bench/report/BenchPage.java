package io.baedal.bench.report;

import static io.baedal.bench.report.TextTable.one;

import io.baedal.bench.reference.ReferenceReport;
import io.baedal.bench.watch.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an order costs, as a readable page. */
final class BenchPage {

  /** How many statements are shown. */
  private static final int SLOWEST = 20;

  private final BenchReport report;
  private final MarkdownPage page = new MarkdownPage();

  BenchPage(BenchReport report) {
    this.report = report;
  }

  String markdown() {
    page.line("# What an order costs");
    page.line("");
    machine();
    table(page, new BenchTable(List.of(report)));
    page.line("![CPU time of an order](cpu.svg)");
    page.line("");
    page.line("![POST, 99 of 100 within](post.svg)");
    page.line("");
    commits();
    databases();
    processes();
    slowestStatements();
    return page.markdown();
  }

  /** The medians of several runs, whose own pages are in directories {@code run-1} and so on. */
  static String medians(List<BenchReport> runs) {
    var page = new MarkdownPage();
    page.line("# What an order costs: medians of %d runs", runs.size());
    page.line("");
    table(page, new BenchTable(runs));
    for (int run = 1; run <= runs.size(); run++) {
      page.line("- [Run %d](run-%d/README.md)", run, run);
    }
    return page.markdown();
  }

  private static void table(MarkdownPage page, BenchTable table) {
    page.line(
        "Times are milliseconds; the ratio is that of CPU to the bare engine with stock settings in the same minutes (engine).");
    page.line("");
    page.table(BenchTable.heads(), table.rows());
    table.refusals().forEach(line -> page.line("**Refused** " + line + "."));
  }

  private void machine() {
    Machine machine = report.machine();
    page.line(
        "Started %s on %d cores (%s), %d MiB, %s %s, %s. %d instances of each service.",
        report.begunAt(),
        machine.cores(),
        machine.processor(),
        machine.memoryMiB(),
        machine.kernel(),
        machine.architecture(),
        machine.jvm(),
        report.replicas());
    page.line("");
    page.line(
        "%s CPU time of an order in each window of the warm-up: %s ms.",
        report.warm() ? "Warm." : "**Not warm yet.**", report.warmUp());
    page.line("");
  }

  private void commits() {
    ReferenceReport before = report.before();
    ReferenceReport after = report.after();
    if (before != null && after != null) {
      page.line(
          "Rows inserted and committed one by one: %.0f a second by one connection, %.0f by four; after the system %.0f and %.0f.",
          before.commitsBy1(), before.commitsBy4(), after.commitsBy1(), after.commitsBy4());
      page.line("");
    }
  }

  private void databases() {
    page.line("## By database, saturated");
    page.line("");
    List<List<String>> rows = new ArrayList<>();
    report
        .saturated()
        .cost()
        .databases()
        .forEach(
            (name, cost) ->
                rows.add(
                    List.of(
                        name,
                        one(cost.statements()),
                        one(cost.commits()),
                        one(cost.walBytes() / 1_000),
                        one(cost.millis()))));
    page.table(List.of("database", "statements", "commits", "WAL kB", "execution ms"), rows);
  }

  private void processes() {
    page.line("## By process, saturated");
    page.line("");
    Phase phase = report.saturated();
    Cost cost = phase.cost();
    List<List<String>> rows = new ArrayList<>();
    cost.cpuMillisOf()
        .forEach(
            (name, millis) ->
                rows.add(
                    List.of(
                        name,
                        one(millis),
                        one(report.idle().cpuMillisOf().getOrDefault(name, 0.0)),
                        one(phase.memory().getOrDefault(name, 0.0)),
                        one(cost.gcs().getOrDefault(name, 0.0)),
                        String.format(
                            Locale.ROOT, "%.2f", cost.gcMillis().getOrDefault(name, 0.0)))));
    page.table(
        List.of("process", "CPU ms", "CPU ms a second, idle", "MiB", "GCs", "GC ms an order"),
        rows);
    page.line(
        "All processes together: %.0f MiB.",
        phase.memory().values().stream().mapToDouble(Double::doubleValue).sum());
    page.line("");
  }

  private void slowestStatements() {
    page.line("## Slowest statements in total, saturated");
    page.line("");
    List<List<String>> rows = new ArrayList<>();
    report.saturated().cost().dearest().stream()
        .limit(SLOWEST)
        .forEach(
            statement ->
                rows.add(
                    List.of(
                        "`" + statement.text().replace("|", "\\|").replace("`", "'") + "`",
                        statement.database(),
                        one(statement.calls()),
                        String.format(Locale.ROOT, "%.2f", statement.millis()))));
    page.table(List.of("statement", "database", "calls an order", "ms an order"), rows);
  }

  /** CPU time of an order, by process. */
  String cpu() {
    var chart = new BarChart("ms");
    references(chart, report.before(), "before");
    report.phases().forEach(phase -> chart.add(phase.name(), parts(phase.cost())));
    references(chart, report.after(), "after");
    return chart.svg();
  }

  private static void references(BarChart chart, @Nullable ReferenceReport reference, String when) {
    if (reference != null) {
      chart.add("engine, stock, " + when, parts(reference.stock()));
      chart.add("engine, our settings, " + when, parts(reference.own()));
    }
  }

  private static Map<String, Double> parts(Cost cost) {
    Map<String, Double> parts = new TreeMap<>(cost.cpuMillisOf());
    parts.remove(Meter.LOAD);
    return parts;
  }

  /** How long answers to orders take, and answers of the reference POST. */
  String post() {
    var chart = new BarChart("ms");
    ReferenceReport before = report.before();
    if (before != null) {
      chart.add("one POST, at 50 %", Map.of("POST p99", before.postAtHalf().p99()));
    }
    report
        .phases()
        .forEach(phase -> chart.add(phase.name(), Map.of("POST p99", phase.post().p99())));
    return chart.svg();
  }
}
