package io.baedal.bench;

import io.baedal.bench.load.OrderFlow;
import io.baedal.bench.report.Cost;
import io.baedal.bench.watch.DatabaseWatch;
import io.baedal.bench.watch.Meter;
import io.baedal.bench.watch.Reading;
import io.baedal.local.LocalFailure;
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
   * Lets stores and couriers look for what is due ten times a second; that is a third of what the
   * system does when it is idle, so it is for those who measure time.
   */
  static LocalOptions.Builder atOnce(LocalOptions.Builder options) {
    return options.environment(Part.DELIVERY, "DELIVERY_SIMULATION_EVERY", "100ms");
  }

  /** Runs the JVMs as the images do. */
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

  /** Lets no order come any more, and waits for the ends of all. */
  static void finish(OrderFlow flow) throws InterruptedException {
    flow.stop();
    if (!flow.awaitEnds(PATIENCE)) {
      throw new LocalFailure("Some orders did not end in " + PATIENCE.toMinutes() + " minutes.");
    }
  }

  /** Orders for a system that runs. */
  static OrderFlow flow(LocalSystem system) {
    List<URI> gateways = system.instances(Part.GATEWAY).stream().map(system::address).toList();
    return new OrderFlow(gateways, system.kafkaBootstrap(), SEED);
  }
}
