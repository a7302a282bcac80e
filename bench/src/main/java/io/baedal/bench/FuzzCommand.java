package io.baedal.bench;

import io.baedal.bench.fuzz.EveryPart;
import io.baedal.bench.fuzz.Fuzzer;
import io.baedal.bench.load.Entrance;
import io.baedal.local.common.Ports;
import io.baedal.local.launcher.LocalOptions;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends each part requests of every kind, and checks the answers against its OpenAPI documents. */
@Command(
    name = "fuzz",
    description = {
      "Starts the system and sends the gateway and every service valid, nearly valid and",
      "invalid requests to the operations that each publishes.",
      "Exit code: 0 if every answer is as published and every part is healthy, otherwise 1."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FuzzCommand implements Callable<Integer> {

  @Option(
      names = "--seed",
      description = "Seed of the requests (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--minutes",
      description = "Minutes in which requests are sent (default: ${DEFAULT-VALUE}).",
      defaultValue = "5")
  private double minutes;

  @Mixin private RunOptions run = new RunOptions();

  @Override
  public Integer call() throws Exception {
    EveryPart.Result result =
        run.withSystem(
            Entrance.underLoad(LocalOptions.in(run.root()))
                .ports(Ports.free())
                .fresh(true)
                .fastStart(true),
            system -> {
              system.start();
              run.say("Sending requests to every part, seed " + seed);
              return new EveryPart(system)
                  .send(seed, Integer.MAX_VALUE, RunOptions.minutes(minutes));
            });
    result.results().forEach(this::summary);
    result.unhealthy().forEach(line -> run.say("UNHEALTHY  " + line));
    run.say(
        "%d requests, %d answered wrongly, %d parts unhealthy.",
        result.requests(), result.faults(), result.unhealthy().size());
    return result.faults() == 0 && result.unhealthy().isEmpty() ? 0 : 1;
  }

  private void summary(Fuzzer.Result result) {
    run.say(
        "%-22s %6d requests  %s",
        result.target(),
        result.requests(),
        result.statuses().entrySet().stream()
            .map(status -> status.getKey() + ": " + status.getValue())
            .collect(Collectors.joining(", ")));
    result.findings().values().forEach(finding -> run.say("FAULT  " + finding));
  }
}
