package io.baedal.bench;

import io.baedal.bench.report.FaultReport;
import io.baedal.bench.report.ReportFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs two of every service under load, causes faults, and checks every order afterwards. */
@Command(
    name = "faults",
    description = {
      "Runs two of every service with a steady stream of orders, causes faults at random,",
      "lets things settle and checks every order against the five invariants.",
      "Ends with 0 if all hold, with 1 if one is broken."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FaultsCommand implements Callable<Integer> {

  @Option(
      names = "--seed",
      description = "Decides what customers want and what goes wrong (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--minutes",
      description = "How long faults are caused (default: ${DEFAULT-VALUE}).",
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
      description = "Minutes that it may take to settle (default: ${DEFAULT-VALUE}).",
      defaultValue = "20")
  private double settle;

  @Option(
      names = "--report",
      description = "Where the report goes (default: .baedal/faults/report).")
  private Path report = Path.of(".baedal", "faults", "report");

  @Option(
      names = "--data",
      description =
          "Where the system keeps its data, emptied first (default: .baedal/faults/data).")
  private Path data = Path.of(".baedal", "faults", "data");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    String root = System.getProperty("baedal.root");
    if (root == null) {
      throw new ParameterException(spec.commandLine(), "Start it as ./baedal faults.");
    }
    var settings =
        new FaultRun.Settings(
            seed,
            minutes(minutes),
            rate,
            Duration.ofMillis(Math.round(pause * 1_000)),
            minutes(settle));
    var run =
        new FaultRun(
            Path.of(root),
            data.toAbsolutePath(),
            settings,
            line -> {
              out.println(line);
              out.flush();
            });
    FaultRun.Result result = run.run();
    ReportFiles.write(report, result.report(), result.stories());
    summary(out, result.report());
    return result.report().violations().isEmpty() && result.report().settled() ? 0 : 1;
  }

  private static Duration minutes(double minutes) {
    return Duration.ofSeconds(Math.round(minutes * 60));
  }

  private void summary(PrintWriter out, FaultReport result) {
    out.println();
    out.println("customers  " + result.customers());
    out.println("outcomes   " + result.outcomes());
    out.println("cancels    " + result.cancels());
    result.faults().forEach((kind, count) -> out.printf("fault      %s %s%n", kind, count));
    out.printf(
        "%d processes killed, %d started again, %d incidents, %d dead letters, settled in %d s%n",
        result.kills(),
        result.restarts(),
        result.incidents(),
        result.deadLetters(),
        result.settleSeconds());
    if (!result.settled()) {
      out.println("It did not settle in time.");
    }
    result.violations().forEach(violation -> out.println("VIOLATION  " + violation));
    out.printf("%d violations. Report: %s%n", result.violations().size(), report);
    out.flush();
  }
}
