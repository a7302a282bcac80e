package io.baedal.bench;

import io.baedal.bench.report.OverloadReport;
import io.baedal.bench.report.ReportDirectory;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends more orders than the system can fulfil, and checks its promises for overload. */
@Command(
    name = "overload",
    description = {
      "Measures how many orders a second this machine fulfils, and sends more than that.",
      "Waits until all orders have ended, and checks each order and the promises for overload.",
      "Then delays payment, and measures orders that do not need it.",
      "Exit code: 0 if all promises are kept, 1 if one is broken."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class OverloadCommand implements Callable<Integer> {

  @Option(
      names = "--minutes",
      description = "Minutes of overload (default: ${DEFAULT-VALUE}).",
      defaultValue = "5")
  private double minutes;

  @Option(
      names = "--factor",
      description = "Offered orders as a multiple of the capacity (default: ${DEFAULT-VALUE}).",
      defaultValue = "2")
  private double factor;

  @Option(
      names = "--capacity",
      description =
          "Orders a second, in place of the measured capacity, for a machine with other load.",
      defaultValue = "0")
  private double capacity;

  @Option(
      names = "--in-flight",
      description = "Orders under way while the capacity is measured (default: ${DEFAULT-VALUE}).",
      defaultValue = "400")
  private int inFlight;

  @Option(
      names = "--warm-up",
      description =
          "Seconds of warm-up before the capacity is measured (default: ${DEFAULT-VALUE}).",
      defaultValue = "60")
  private int warmUp;

  @Option(
      names = "--settle",
      description = "Longest time until orders have ended, in minutes (default: ${DEFAULT-VALUE}).",
      defaultValue = "20")
  private double settle;

  @Option(
      names = "--slow-worker",
      negatable = true,
      description = "Whether to measure with a slow payment service afterwards (default: yes).",
      defaultValue = "true",
      fallbackValue = "true")
  private boolean slowWorker;

  @Option(
      names = "--max-waiting",
      description = "Waiting orders above which new ones are refused (default: ${DEFAULT-VALUE}).",
      defaultValue = "2000")
  private int maxWaiting;

  @Mixin private ReportOption report = new ReportOption();
  @Mixin private RunOptions run = new RunOptions();

  @Override
  public Integer call() throws Exception {
    var settings =
        new OverloadRun.Settings(
            RunOptions.minutes(minutes),
            factor,
            capacity,
            inFlight,
            Duration.ofSeconds(warmUp),
            Duration.ofMinutes(1),
            RunOptions.minutes(settle),
            maxWaiting,
            slowWorker);
    OverloadReport result = new OverloadRun(run, settings).run();
    ReportDirectory.write(report.path(run), result);
    result
        .promises()
        .forEach(
            promise ->
                run.say(
                    "%-6s  %s %s",
                    promise.kept() ? "kept" : "BROKEN", promise.text(), promise.found()));
    result.violations().forEach(violation -> run.say("VIOLATION  " + violation));
    run.say("Report: " + report.path(run));
    return result.passed() ? 0 : 1;
  }
}
