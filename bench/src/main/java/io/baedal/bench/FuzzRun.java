package io.baedal.bench;

import io.baedal.bench.fuzz.EveryPart;
import io.baedal.local.common.Ports;
import io.baedal.local.launcher.LocalOptions;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Starts a system and runs {@link EveryPart} against it. */
final class FuzzRun {

  private final Path root;
  private final Path data;
  private final long seed;
  private final Duration length;
  private final Consumer<String> progress;

  FuzzRun(Path root, Path data, long seed, Duration length, Consumer<String> progress) {
    this.root = root;
    this.data = data;
    this.seed = seed;
    this.length = length;
    this.progress = progress;
  }

  EveryPart.Result run() throws IOException, InterruptedException {
    var options =
        LocalOptions.in(root)
            .data(data)
            .ports(Ports.free())
            .fresh(true)
            .fastStart(true)
            .progress(progress)
            .build();
    try (var system = LocalSystem.open(options)) {
      var stop = new Thread(system::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      system.start();
      progress.accept("Sending requests to every part, seed " + seed);
      EveryPart.Result result = new EveryPart(system).send(seed, Integer.MAX_VALUE, length);
      system.close();
      Runtime.getRuntime().removeShutdownHook(stop);
      return result;
    }
  }
}
