package io.baedal.bench;

import io.baedal.bench.load.OrderFlow;
import io.baedal.bench.watch.DatabaseWatch;
import io.baedal.local.LocalOptions;
import io.baedal.local.LocalSystem;
import io.baedal.local.Part;
import io.baedal.local.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A system set up for measuring: its statements are counted, stores and couriers act at once. */
final class MeasuredSystem {

  private static final int SEED = 1;

  /** On a machine that is busy: how long a start takes is not what is measured. */
  private static final Duration START = Duration.ofMinutes(10);

  private MeasuredSystem() {}

  static LocalOptions.Builder options(Path root, Path data, Consumer<String> progress) {
    return DatabaseWatch.countable(LocalOptions.in(root))
        .data(data)
        .ports(Ports.free(2))
        .fresh(true)
        .longestStart(START)
        .environment(Part.DELIVERY, "DELIVERY_SIMULATION_STORE_ANSWER", "0s")
        .environment(Part.DELIVERY, "DELIVERY_SIMULATION_PICK_UP", "0s")
        .environment(Part.DELIVERY, "DELIVERY_SIMULATION_COMPLETION", "0s")
        .progress(progress);
  }

  /**
   * Lets stores and couriers look for what is due ten times a second; that is a third of what the
   * system does when it is idle, so it is for those who measure time.
   */
  static LocalOptions.Builder atOnce(LocalOptions.Builder options) {
    return options.environment(Part.DELIVERY, "DELIVERY_SIMULATION_EVERY", "100ms");
  }

  /** Orders for a system that runs. */
  static OrderFlow flow(LocalSystem system) {
    List<URI> gateways = system.instances(Part.GATEWAY).stream().map(system::address).toList();
    return new OrderFlow(gateways, system.kafkaBootstrap(), SEED);
  }
}
