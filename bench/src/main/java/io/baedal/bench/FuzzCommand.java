package io.baedal.bench;

import io.baedal.bench.fuzz.Fuzzer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends every part requests of every kind, and holds the answers against what it publishes. */
@Command(
    name = "fuzz",
    description = {
      "Starts the system and sends the gateway and every service requests that are right,",
      "nearly right or quite wrong, by the operations that each publishes.",
      "Ends with 0 if every answer is as published, with 1 if one is not."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FuzzCommand implements Callable<Integer> {

  @Option(
      names = "--seed",
      description = "Decides what is sent (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--minutes",
      description = "How long requests are sent (default: ${DEFAULT-VALUE}).",
      defaultValue = "5")
  private double minutes;

  @Option(
      names = "--data",
      description = "Where the system keeps its data, emptied first (default: .baedal/fuzz/data).")
  private Path data = Path.of(".baedal", "fuzz", "data");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    String root = System.getProperty("baedal.root");
    if (root == null) {
      throw new ParameterException(spec.commandLine(), "Start it as ./baedal fuzz.");
    }
    var run =
        new FuzzRun(
            Path.of(root),
            data.toAbsolutePath(),
            seed,
            Duration.ofSeconds(Math.round(minutes * 60)),
            line -> {
              out.println(line);
              out.flush();
            });
    FuzzRun.Result result = run.run();
    result.results().forEach(each -> summary(out, each));
    result.unwell().forEach(line -> out.println("UNWELL  " + line));
    out.printf(
        "%d requests, %d answered wrongly, %d parts unwell.%n",
        result.results().stream().mapToInt(Fuzzer.Result::requests).sum(),
        result.results().stream().mapToInt(Fuzzer.Result::faults).sum(),
        result.unwell().size());
    out.flush();
    boolean clean = result.results().stream().allMatch(each -> each.faults() == 0);
    return clean && result.unwell().isEmpty() ? 0 : 1;
  }

  private static void summary(PrintWriter out, Fuzzer.Result result) {
    out.printf(
        "%-12s %6d requests  %s%n",
        result.target(),
        result.requests(),
        result.statuses().entrySet().stream()
            .map(status -> status.getKey() + ": " + status.getValue())
            .collect(Collectors.joining(", ")));
    result.findings().values().forEach(finding -> out.println("FAULT  " + finding));
  }
}
