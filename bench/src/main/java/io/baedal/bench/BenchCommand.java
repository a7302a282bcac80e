package io.baedal.bench;

import io.baedal.bench.report.BenchReport;
import io.baedal.bench.report.BenchTable;
import io.baedal.bench.report.GrowthReport;
import io.baedal.bench.report.ReportDirectory;
import io.baedal.bench.report.SmokeReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what an order costs. */
@Command(
    name = "bench",
    description = {
      "Measures what an order costs, and how long it takes.",
      "Exit code: 0, or 1 if orders are refused or a smoke run exceeds its bounds."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class BenchCommand implements Callable<Integer> {

  @Option(
      names = "--smoke",
      description =
          "Only count the statements and commits of an order; fail if they exceed the bounds.")
  private boolean smoke;

  @Option(
      names = "--growth",
      description =
          "Measure the same load with empty databases, with full ones, and while old rows are"
              + " deleted.")
  private boolean growth;

  @Option(
      names = "--ended",
      description = "Orders that have ended, for --growth (default: ${DEFAULT-VALUE}).",
      defaultValue = "200000")
  private int ended;

  @Option(
      names = "--open",
      description = "Orders that wait for their store, for --growth (default: ${DEFAULT-VALUE}).",
      defaultValue = "20000")
  private int open;

  @Option(
      names = "--rate",
      description = "Orders a second, for --growth (default: ${DEFAULT-VALUE}).",
      defaultValue = "6")
  private double rate;

  @Option(
      names = "--under-way",
      description = "Orders under way while the system is saturated (default: ${DEFAULT-VALUE}).",
      defaultValue = "120")
  private int underWay;

  @Option(
      names = "--window",
      description = "Seconds of each measurement (default: ${DEFAULT-VALUE}).",
      defaultValue = "60")
  private int window;

  @Option(
      names = "--warm-up",
      description =
          "Longest warm-up of the system and of each reference, in minutes"
              + " (default: ${DEFAULT-VALUE}).",
      defaultValue = "20")
  private double warmUp;

  @Option(
      names = "--replicas",
      description = "Instances of each service (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private int replicas;

  @Option(
      names = "--runs",
      description =
          "How often the system is started, warmed up and measured; the table has the medians"
              + " (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private int runs;

  @Option(
      names = "--local-jvms",
      description = "Use the JVM options of ./baedal up, not those of the images.")
  private boolean localJvms;

  @Option(
      names = "--references",
      negatable = true,
      description = "Whether to measure the references before and after (default: yes).",
      defaultValue = "true",
      fallbackValue = "true")
  private boolean references;

  @Mixin private ReportOption report = new ReportOption();
  @Mixin private RunOptions run = new RunOptions();

  @Override
  public Integer call() throws Exception {
    if (smoke) {
      return smoke();
    }
    return growth ? grow() : measure();
  }

  private int measure() throws Exception {
    var settings =
        new BenchRun.Settings(
            underWay,
            Duration.ofSeconds(window),
            RunOptions.minutes(warmUp),
            runs,
            replicas,
            localJvms,
            references);
    List<BenchReport> results = new BenchRun(run, settings).run();
    ReportDirectory.write(report.path(run), results);
    var table = new BenchTable(results);
    run.say(table.text());
    run.say("Report: " + report.path(run));
    return table.refusals().isEmpty() ? 0 : 1;
  }

  private int grow() throws Exception {
    var settings =
        new GrowthRun.Settings(
            ended, open, rate, Duration.ofSeconds(window), RunOptions.minutes(warmUp));
    GrowthReport result = new GrowthRun(run, settings).run();
    write("growth.json", result);
    run.say(result.text());
    return 0;
  }

  private int smoke() throws Exception {
    SmokeReport result = new SmokeRun(run).run();
    write("smoke.json", result);
    run.say(result.text());
    List<String> exceeded = Bounds.stored().exceededBy(result.statements(), result.commits());
    exceeded.forEach(line -> run.say("TOO MANY  " + line));
    return exceeded.isEmpty() ? 0 : 1;
  }

  private void write(String name, Object result) {
    Path file = report.path(run).resolve(name);
    ReportDirectory.writeJson(file, result);
    run.say("Report: " + file);
  }
}
