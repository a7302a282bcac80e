package io.baedal.bench;

import io.baedal.bench.load.Entrance;
import io.baedal.bench.load.Mix;
import io.baedal.bench.load.OrderFlow;
import io.baedal.bench.load.Sample;
import io.baedal.bench.reference.WarmUp;
import io.baedal.bench.report.Cost;
import io.baedal.bench.report.Phase;
import io.baedal.bench.watch.DatabaseWatch;
import io.baedal.bench.watch.MemoryWatch;
import io.baedal.bench.watch.Meter;
import io.baedal.bench.watch.Reading;
import io.baedal.bench.watch.ViewLag;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.common.Ports;
import io.baedal.local.launcher.LocalOptions;
import io.baedal.local.launcher.LocalSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A system set up for measuring: its statements are counted, stores and couriers act at once.
 *
 * @param window how long each measurement lasts
 */
record MeasuredSystem(LocalSystem system, Meter meter, OrderFlow flow, Duration window) {

  /** Long, because a start is not measured and the machine may be busy. */
  private static final Duration START = Duration.ofMinutes(10);

  /** Long enough for a mean: in a second, few orders end while the JVMs are cold. */
  private static final Duration WARM_UP_WINDOW = Duration.ofMinutes(1);

  private static final int FEW = 20;

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  static LocalOptions.Builder options(RunOptions command) {
    return DatabaseWatch.countable(Entrance.underLoad(LocalOptions.in(command.root())))
        // the references write so much that checkpoints would follow each other
        .databaseSetting("max_wal_size", "8GB")
        .ports(Ports.free(2))
        .fresh(true)
        .longestStart(START)
        .environment(Part.DELIVERY, "DELIVERY_SIMULATION_STORE_ANSWER", "0s")
        .environment(Part.DELIVERY, "DELIVERY_SIMULATION_PICK_UP", "0s")
        .environment(Part.DELIVERY, "DELIVERY_SIMULATION_COMPLETION", "0s");
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

  /**
   * An order flow for a running system.
   *
   * @param seed different for each flow that one database sees: idempotency keys follow from it
   */
  static OrderFlow flow(LocalSystem system, int seed) {
    return new OrderFlow(system, seed);
  }

  /** What each order in progress costs until that no longer falls, or the time is up. */
  List<Cost> warmUp(Duration atMost, Consumer<Cost> progress) throws InterruptedException {
    List<Cost> costs =
        WarmUp.of(
            () -> {
              Cost cost = cost(WARM_UP_WINDOW);
              progress.accept(cost);
              return cost;
            },
            atMost);
    finish();
    return costs;
  }

  /**
   * Measures one phase.
   *
   * @param perSecond the rate of orders; 0 if {@code underWay} are kept in progress
   */
  Phase phase(String name, double perSecond, int underWay, Mix mix) throws InterruptedException {
    long ended = flow.ended();
    Sample sample =
        underWay > 0
            ? flow.keep(underWay, Long.MAX_VALUE, mix)
            : flow.startArrivals(perSecond, mix);
    Thread.sleep(window.dividedBy(4).toMillis());
    // the first orders begin at the same moment; later ones are spread over all steps
    awaitEnded(ended + underWay);
    Instant begin = Instant.now();
    Cost cost = cost(window);
    Instant end = Instant.now();
    Map<String, Double> memory = memory();
    finish();
    return new Phase(
        name,
        perSecond,
        underWay,
        mix,
        cost,
        sample.posts(),
        sample.deliveries(),
        ViewLag.between(system, begin, end),
        sample.counts(),
        memory);
  }

  /**
   * Completes some orders without measuring. Consumers that were paused may have lost their
   * partitions, and get them again after some seconds.
   */
  void settle() throws InterruptedException {
    long ended = flow.ended();
    flow.keep(FEW, Long.MAX_VALUE, Mix.HAPPY);
    awaitEnded(ended + 10 * FEW);
    finish();
  }

  /** What each order that ends within the window costs. */
  private Cost cost(Duration window) throws InterruptedException {
    long ended = flow.ended();
    Reading begin = meter.read();
    Thread.sleep(window.toMillis());
    long count = flow.ended() - ended;
    return Cost.of(meter.read().since(begin), Math.max(1.0, count));
  }

  private Map<String, Double> memory() throws InterruptedException {
    Map<String, Double> memory = new TreeMap<>();
    new MemoryWatch(system)
        .read()
        .forEach((name, use) -> memory.put(name, Math.round(use.total() * 10) / 10.0));
    return memory;
  }

  /** Places no further orders, and waits until all have ended. */
  private void finish() throws InterruptedException {
    flow.stop();
    inTime(flow.awaitEnds(PATIENCE));
  }

  private void awaitEnded(long count) throws InterruptedException {
    inTime(flow.awaitEnded(count, PATIENCE));
  }

  private static void inTime(boolean ended) {
    if (!ended) {
      throw new LocalFailure("Some orders did not end in " + PATIENCE.toMinutes() + " minutes.");
    }
  }
}
