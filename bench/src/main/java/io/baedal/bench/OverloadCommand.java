package io.baedal.bench;

import io.baedal.bench.report.OverloadFiles;
import io.baedal.bench.report.OverloadReport;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends more orders than the system can fulfil, and checks whether it keeps its promises. */
@Command(
    name = "overload",
    description = {
      "Measures how many orders a second this machine fulfils, sends more than that,",
      "waits until all is done, and checks every order and every promise about overload.",
      "Then makes payment slow, and measures those who do not need it.",
      "Ends with 0 if all promises are kept, with 1 if one is broken."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class OverloadCommand implements Callable<Integer> {

  @Option(
      names = "--minutes",
      description = "How long there is too much to do (default: ${DEFAULT-VALUE}).",
      defaultValue = "5")
  private double minutes;

  @Option(
      names = "--factor",
      description = "How many times more than can be done (default: ${DEFAULT-VALUE}).",
      defaultValue = "2")
  private double factor;

  @Option(
      names = "--capacity",
      description =
          "Orders a second to use instead of what is measured, on a machine that is not quiet.",
      defaultValue = "0")
  private double capacity;

  @Option(
      names = "--in-flight",
      description =
          "Orders under way while the capacity is being measured (default: ${DEFAULT-VALUE}).",
      defaultValue = "400")
  private int inFlight;

  @Option(
      names = "--warm-up",
      description =
          "Seconds before that is measured, minute by minute (default: ${DEFAULT-VALUE}).",
      defaultValue = "60")
  private int warmUp;

  @Option(
      names = "--settle",
      description = "Minutes that it may take until all is done (default: ${DEFAULT-VALUE}).",
      defaultValue = "20")
  private double settle;

  @Option(
      names = "--slow-worker",
      negatable = true,
      description = "Whether payment is made slow afterwards (default: yes).",
      defaultValue = "true",
      fallbackValue = "true")
  private boolean slowWorker;

  @Option(
      names = "--max-waiting",
      description =
          "Orders that may wait to begin, before new ones are refused (default: ${DEFAULT-VALUE}).",
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
    OverloadReport result = new OverloadRun(run.root(), run.data(), settings, run::say).run();
    OverloadFiles.write(report.path(run), result);
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
