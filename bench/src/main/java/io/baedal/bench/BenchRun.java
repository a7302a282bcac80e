package io.baedal.bench;

import io.baedal.bench.load.Mix;
import io.baedal.bench.load.OrderFlow;
import io.baedal.bench.load.Sample;
import io.baedal.bench.reference.ReferenceReport;
import io.baedal.bench.reference.References;
import io.baedal.bench.reference.WarmUp;
import io.baedal.bench.report.BenchReport;
import io.baedal.bench.report.Cost;
import io.baedal.bench.report.Machine;
import io.baedal.bench.report.Phase;
import io.baedal.bench.watch.MemoryUse;
import io.baedal.bench.watch.MemoryWatch;
import io.baedal.bench.watch.Meter;
import io.baedal.bench.watch.Reading;
import io.baedal.bench.watch.ViewLag;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalOptions;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs one measurement from start to report: the references, the system, the references again. */
final class BenchRun {

  /**
   * The settings of a run.
   *
   * @param underWay orders in progress while the system is saturated
   * @param window how long each phase is measured
   * @param warmUp how long the system and the references may warm up
   * @param replicas instances of each service
   * @param localJvms whether the JVMs have the options of {@code ./baedal up}, not of the images
   * @param references whether the references are measured
   */
  record Settings(
      int underWay,
      Duration window,
      Duration warmUp,
      int replicas,
      boolean localJvms,
      boolean references) {}

  private static final long NO_END = Long.MAX_VALUE;

  private final Path root;
  private final Path data;
  private final Settings settings;
  private final Consumer<String> progress;

  BenchRun(Path root, Path data, Settings settings, Consumer<String> progress) {
    this.root = root;
    this.data = data;
    this.settings = settings;
    this.progress = progress;
  }

  BenchReport run() throws IOException, InterruptedException, SQLException {
    var jvm = new ImageJvm(root);
    LocalOptions.Builder options =
        MeasuredSystem.atOnce(MeasuredSystem.options(root, data, progress))
            .replicas(settings.replicas());
    if (!settings.localJvms()) {
      MeasuredSystem.asInImages(options, jvm);
    }
    try (var system = LocalSystem.open(options.build())) {
      var stop = new Thread(system::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      BenchReport report = run(system, jvm);
      system.close();
      Runtime.getRuntime().removeShutdownHook(stop);
      return report;
    }
  }

  private BenchReport run(LocalSystem system, ImageJvm jvm)
      throws InterruptedException, SQLException {
    Instant begunAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    system.start(Part.POSTGRES);
    try (var meter = new Meter(system)) {
      ReferenceReport before = references(system, meter, jvm);
      system.start(Part.KAFKA);
      system.start(Set.copyOf(Part.services()));
      List<Cost> warmUp;
      Cost idle;
      List<Phase> phases;
      try (var flow = MeasuredSystem.flow(system)) {
        warmUp = warmUp(meter, flow);
        double most = warmUp.get(warmUp.size() - 1).perSecond();
        phases = phases(system, meter, flow, most);
        idle = idle(meter);
      }
      EnumSet<Part> others = EnumSet.complementOf(EnumSet.of(Part.POSTGRES));
      system.stop(others);
      ReferenceReport after = references(system, meter, jvm);
      return new BenchReport(
          begunAt.toString(),
          Machine.here(),
          settings.replicas(),
          before,
          warmUp.stream().map(Cost::cpuMillis).toList(),
          WarmUp.isWarm(warmUp),
          idle,
          phases,
          after);
    }
  }

  private @Nullable ReferenceReport references(LocalSystem system, Meter meter, ImageJvm jvm)
      throws InterruptedException, SQLException {
    if (!settings.references()) {
      return null;
    }
    var plan =
        new References.Plan(
            root.resolve("orchestrator/src/main/resources/application.yaml"),
            data,
            jvm.of(Part.ORCHESTRATOR),
            settings.window(),
            settings.warmUp());
    return new References(system, meter, plan, progress).measure();
  }

  private List<Cost> warmUp(Meter meter, OrderFlow flow) throws InterruptedException {
    flow.keep(settings.underWay(), NO_END, Mix.HAPPY);
    List<Cost> costs =
        WarmUp.of(
            () -> {
              Cost cost = MeasuredSystem.cost(meter, flow, settings.window());
              say("Warm-up: %.1f ms of CPU an order, %.1f/s", cost.cpuMillis(), cost.perSecond());
              return cost;
            },
            settings.warmUp());
    MeasuredSystem.finish(flow);
    return costs;
  }

  /**
   * The phases of the comparison come last, because the cost of an order falls for longer than the
   * warm-up lasts.
   *
   * @param most orders a second at the end of the warm-up
   */
  private List<Phase> phases(LocalSystem system, Meter meter, OrderFlow flow, double most)
      throws InterruptedException {
    int underWay = settings.underWay();
    return List.of(
        open(system, meter, flow, "at 50 %", most * 0.5, Mix.HAPPY),
        open(system, meter, flow, "at 80 %", most * 0.8, Mix.HAPPY),
        open(system, meter, flow, "mix, at 50 %", most * 0.5, Mix.USUAL),
        closed(system, meter, flow, "mix, saturated", underWay, Mix.USUAL),
        closed(system, meter, flow, BenchReport.SATURATED, underWay, Mix.HAPPY),
        closed(system, meter, flow, "saturated twice", underWay * 2, Mix.HAPPY));
  }

  private Phase closed(
      LocalSystem system, Meter meter, OrderFlow flow, String name, int underWay, Mix mix)
      throws InterruptedException {
    return phase(system, meter, flow, name, 0, underWay, mix, flow.keep(underWay, NO_END, mix));
  }

  private Phase open(
      LocalSystem system, Meter meter, OrderFlow flow, String name, double perSecond, Mix mix)
      throws InterruptedException {
    return phase(system, meter, flow, name, perSecond, 0, mix, flow.startArrivals(perSecond, mix));
  }

  private Phase phase(
      LocalSystem system,
      Meter meter,
      OrderFlow flow,
      String name,
      double offered,
      int underWay,
      Mix mix,
      Sample sample)
      throws InterruptedException {
    // until the number of orders in progress is constant
    Thread.sleep(settings.window().dividedBy(4).toMillis());
    Instant begin = Instant.now();
    Cost cost = MeasuredSystem.cost(meter, flow, settings.window());
    Instant end = Instant.now();
    Map<String, Double> memory = memory(system);
    MeasuredSystem.finish(flow);
    say("%s: %.1f ms of CPU an order, %.1f/s", name, cost.cpuMillis(), cost.perSecond());
    return new Phase(
        name,
        offered,
        underWay,
        mix,
        cost,
        sample.posts(),
        sample.deliveries(),
        ViewLag.between(system, begin, end),
        sample.counts(),
        memory);
  }

  private Cost idle(Meter meter) throws InterruptedException {
    Reading begin = meter.read();
    Thread.sleep(settings.window().toMillis());
    Reading used = meter.read().since(begin);
    return Cost.of(used, used.seconds());
  }

  private static Map<String, Double> memory(LocalSystem system) throws InterruptedException {
    Map<String, Double> memory = new TreeMap<>();
    for (Map.Entry<String, MemoryUse> use : new MemoryWatch(system).read().entrySet()) {
      memory.put(use.getKey(), Math.round(use.getValue().total() * 10) / 10.0);
    }
    return memory;
  }

  private void say(String format, Object... values) {
    progress.accept(String.format(Locale.ROOT, format, values));
  }
}
