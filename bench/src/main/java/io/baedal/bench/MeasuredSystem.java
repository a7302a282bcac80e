package io.baedal.bench;

import io.baedal.bench.load.OrderFlow;
import io.baedal.bench.report.Cost;
import io.baedal.bench.watch.DatabaseWatch;
import io.baedal.bench.watch.Meter;
import io.baedal.bench.watch.Reading;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import io.baedal.local.launcher.LocalOptions;
import io.baedal.local.launcher.LocalSystem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A system set up for measuring: its statements are counted, stores and couriers act at once. */
final class MeasuredSystem {

  private static final int SEED = 1;

  /** Long, because a start is not measured and the machine may be busy. */
  private static final Duration START = Duration.ofMinutes(10);

  private static final Duration PATIENCE = Duration.ofMinutes(5);

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
   * Makes the simulation of stores and couriers poll ten times a second. That is a third of what an
   * idle system does, so it is only for runs that measure time.
   */
  static LocalOptions.Builder atOnce(LocalOptions.Builder options) {
    return options.environment(Part.DELIVERY, "DELIVERY_SIMULATION_EVERY", "100ms");
  }

  /** Runs the JVMs with the options of the images. */
  static LocalOptions.Builder asInImages(LocalOptions.Builder options, ImageJvm jvm) {
    Part.services().forEach(service -> options.jvmOptions(service, jvm.of(service)));
    return options.jvmOptions(Part.KAFKA, jvm.of(Part.KAFKA));
  }

  /** What each order that ends within {@code window} costs. */
  static Cost cost(Meter meter, OrderFlow flow, Duration window) throws InterruptedException {
    long ended = flow.ended();
    Reading begin = meter.read();
    Thread.sleep(window.toMillis());
    long count = flow.ended() - ended;
    return Cost.of(meter.read().since(begin), Math.max(1.0, count));
  }

  /** Places no further orders, and waits until all have ended. */
  static void finish(OrderFlow flow) throws InterruptedException {
    flow.stop();
    if (!flow.awaitEnds(PATIENCE)) {
      throw new LocalFailure("Some orders did not end in " + PATIENCE.toMinutes() + " minutes.");
    }
  }

  /** An order flow for a running system. */
  static OrderFlow flow(LocalSystem system) {
    List<URI> gateways = system.instances(Part.GATEWAY).stream().map(system::address).toList();
    return new OrderFlow(gateways, system.kafkaBootstrap(), SEED);
  }
}
