package io.baedal.bench.report;

import io.baedal.bench.check.Invariant;
import io.baedal.bench.check.Violation;
import java.util.Locale;
import java.util.Map;

/** The figures of a fault run as a readable page in Markdown, with the picture beside it. */
final class ReportPage {

  private final FaultReport report;
  private final MarkdownPage page = new MarkdownPage();

  ReportPage(FaultReport report) {
    this.report = report;
  }

  String markdown() {
    line("# Fault run, seed %d", report.seed());
    line("");
    line(
        "%s: %d orders in %.0f minutes, %d processes killed, %d violations.",
        report.violations().isEmpty() && report.settled() ? "**Passed**" : "**Failed**",
        report.customers().getOrDefault("acknowledged", 0L),
        report.minutes(),
        report.kills(),
        report.violations().size());
    line("");
    line(
        "    ./baedal faults --seed %d --minutes %.0f --rate %.1f --pause %.1f",
        report.seed(), report.minutes(), report.ordersPerSecond(), report.pauseSeconds());
    line("");
    line("![The faults on a time line](time-line.svg)");
    line("");
    line("Red: a process was killed. Started %s.", report.begunAt());
    line("");
    table("customers", report.customers());
    table("orders ended as", report.outcomes());
    table("cancels", report.cancels());
    faults();
    rest();
    violations();
    return page.markdown();
  }

  private void table(String title, Map<String, Long> counts) {
    line("| %s | |", title);
    line("|---|---:|");
    counts.forEach((name, count) -> line("| %s | %d |", name, count));
    line("");
  }

  private void faults() {
    line("| fault | injected | skipped | killed |");
    line("|---|---:|---:|---:|");
    report
        .faults()
        .forEach(
            (kind, count) ->
                line(
                    "| %s | %d | %d | %d |",
                    kind.toLowerCase(Locale.ROOT).replace('_', ' '),
                    count.caused(),
                    count.skipped(),
                    count.kills()));
    line("");
  }

  private void rest() {
    FaultReport.Machine machine = report.machine();
    line("| | |");
    line("|---|---|");
    line("| replicas of each service | %d |", report.replicas());
    line("| customers per second | %.1f |", report.ordersPerSecond());
    line("| processes restarted | %d |", report.restarts());
    line("| orders in an incident at the end | %d |", report.incidents());
    line("| dead letters | %d |", report.deadLetters());
    line(
        "| time to settle | %d s%s |",
        report.settleSeconds(), report.settled() ? "" : ", not settled");
    line(
        "| machine | %d cores, %d MiB, %s, Java %s |",
        machine.cores(), machine.memoryMiB(), machine.os(), machine.java());
    line("");
  }

  private void violations() {
    for (Invariant invariant : Invariant.values()) {
      long count =
          report.violations().stream().filter(each -> each.invariant() == invariant).count();
      line(
          "%d. %s %s",
          invariant.ordinal() + 1,
          invariant.text(),
          count == 0 ? "Held." : "**Broken " + count + " times.**");
    }
    line("");
    for (Violation violation : report.violations()) {
      line(
          "- `%s` %s: %s ([story](stories/%s.txt))",
          violation.orderId(), violation.invariant(), violation.what(), violation.orderId());
    }
  }

  private void line(String format, Object... values) {
    page.line(format, values);
  }
}
