package io.baedal.bench;

import io.baedal.bench.report.FaultReport;
import io.baedal.bench.report.ReportDirectory;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Runs two instances of every service under load, injects faults, and checks every order
 * afterwards.
 */
@Command(
    name = "faults",
    description = {
      "Runs two instances of every service under a steady load of orders, injects random",
      "faults, waits until the orders have settled, and checks the five invariants of each.",
      "Exit code: 0 if all hold, 1 if one is violated."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FaultsCommand implements Callable<Integer> {

  @Option(
      names = "--seed",
      description = "Seed of the requests and of the faults (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--minutes",
      description = "Minutes in which faults are injected (default: ${DEFAULT-VALUE}).",
      defaultValue = "3")
  private double minutes;

  @Option(
      names = "--rate",
      description = "Customers per second (default: ${DEFAULT-VALUE}).",
      defaultValue = "6")
  private double rate;

  @Option(
      names = "--pause",
      description = "Seconds between two faults on average (default: ${DEFAULT-VALUE}).",
      defaultValue = "10")
  private double pause;

  @Option(
      names = "--settle",
      description = "Longest time to settle, in minutes (default: ${DEFAULT-VALUE}).",
      defaultValue = "20")
  private double settle;

  @Mixin private ReportOption report = new ReportOption();
  @Mixin private RunOptions run = new RunOptions();

  @Override
  public Integer call() throws Exception {
    var settings =
        new FaultRun.Settings(
            seed,
            RunOptions.minutes(minutes),
            rate,
            Duration.ofMillis(Math.round(pause * 1_000)),
            RunOptions.minutes(settle));
    FaultRun.Result result = new FaultRun(run, settings).run();
    ReportDirectory.write(report.path(run), result.report(), result.stories());
    summary(result.report());
    return result.report().violations().isEmpty() && result.report().settled() ? 0 : 1;
  }

  private void summary(FaultReport result) {
    run.say("");
    run.say("customers  " + result.customers());
    run.say("outcomes   " + result.outcomes());
    run.say("cancels    " + result.cancels());
    result.faults().forEach((kind, count) -> run.say("fault      %s %s", kind, count));
    run.say(
        "%d processes killed, %d restarted, %d incidents, %d dead letters, settled in %d s",
        result.kills(),
        result.restarts(),
        result.incidents(),
        result.deadLetters(),
        result.settleSeconds());
    if (!result.settled()) {
      run.say("The orders did not settle in time.");
    }
    result.violations().forEach(violation -> run.say("VIOLATION  " + violation));
    run.say("%d violations. Report: %s", result.violations().size(), report.path(run));
  }
}
