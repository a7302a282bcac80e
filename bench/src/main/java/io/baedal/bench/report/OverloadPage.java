package io.baedal.bench.report;

import io.baedal.bench.check.Violation;
import io.baedal.bench.load.Answers;
import io.baedal.bench.report.OverloadReport.Moment;
import io.baedal.bench.report.OverloadReport.SlowWorker;
import java.util.Map;
import java.util.TreeMap;

/** An overload run as a readable page, in Markdown. */
final class OverloadPage {

  /** Rows of the time line: enough to show its shape. */
  private static final int MOMENTS = 25;

  private final OverloadReport report;
  private final MarkdownPage page = new MarkdownPage();

  OverloadPage(OverloadReport report) {
    this.report = report;
  }

  String markdown() {
    line("# Overload run");
    line("");
    line(
        "%s: the machine fulfils %.1f orders a second, %.1f were offered for %.1f minutes.",
        report.passed() ? "**Passed**" : "**Failed**",
        report.capacity(),
        report.offered(),
        report.minutes());
    line("");
    line("    ./baedal overload --minutes %.1f --factor %.1f", report.minutes(), report.factor());
    line("");
    FaultReport.Machine machine = report.machine();
    line(
        "Started %s, on %d cores, %d MiB, %s, Java %s.",
        report.begunAt(), machine.cores(), machine.memoryMiB(), machine.os(), machine.java());
    line("");
    promises();
    answers();
    times(report.times());
    slowWorker();
    memory();
    timeLine();
    for (Violation violation : report.violations()) {
      line("- `%s` %s: %s", violation.orderId(), violation.invariant(), violation.what());
    }
    return page.markdown();
  }

  private void promises() {
    line("| promise | kept | found |");
    line("|---|---|---|");
    report
        .promises()
        .forEach(
            promise ->
                line(
                    "| %s | %s | %s |",
                    promise.text(), promise.kept() ? "yes" : "**no**", promise.found()));
    line("");
  }

  private void answers() {
    line("| request | answers by status |");
    line("|---|---|");
    report.answers().forEach((request, statuses) -> line("| %s | %s |", request, statuses));
    line("");
  }

  private void times(Map<String, Answers.Times> times) {
    line("| milliseconds | count | half within | 99 of 100 within | at most |");
    line("|---|---:|---:|---:|---:|");
    times.forEach(
        (what, time) ->
            line(
                "| %s | %d | %d | %d | %d |",
                what, time.count(), time.p50(), time.p99(), time.max()));
    line("");
  }

  private void slowWorker() {
    SlowWorker slow = report.slowWorker();
    if (slow == null) {
      return;
    }
    line("While each answer of payment took ten seconds:");
    line("");
    times(
        new TreeMap<>(
            Map.of(
                "1. from payment to delivery, before", slow.usual(),
                "2. the same, meanwhile", slow.slow(),
                "3. cancels of paid orders, meanwhile", slow.cancels(),
                "4. order view, before", slow.viewUsual(),
                "5. the same, meanwhile", slow.viewSlow())));
  }

  private void memory() {
    line("| MiB | at most | heap | other, first two thirds | other, last third | heap after GC |");
    line("|---|---:|---:|---:|---:|---:|");
    report
        .processes()
        .forEach(
            (process, memory) ->
                line(
                    "| %s | %.0f | %.0f | %.0f | %.0f | %.0f %% |",
                    process,
                    memory.total(),
                    memory.heap(),
                    memory.outsideHeapBefore(),
                    memory.outsideHeapAfter(),
                    memory.heapAfterGc() * 100));
    line("");
  }

  private void timeLine() {
    line("Drained %d s after the last order.", report.drainSeconds());
    line("");
    line("| second | orders open | waiting to begin | jobs due | MiB, all processes |");
    line("|---:|---:|---:|---:|---:|");
    int step = Math.max(1, report.timeLine().size() / MOMENTS);
    for (int i = 0; i < report.timeLine().size(); i += step) {
      Moment moment = report.timeLine().get(i);
      line(
          "| %d | %d | %d | %d | %.0f |",
          moment.second(), moment.open(), moment.waiting(), moment.jobsDue(), moment.memory());
    }
    line("");
  }

  private void line(String format, Object... values) {
    page.line(format, values);
  }
}
