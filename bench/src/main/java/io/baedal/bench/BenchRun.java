package io.baedal.bench;

import io.baedal.bench.connection.Database;
import io.baedal.bench.load.Menus;
import io.baedal.bench.load.Mix;
import io.baedal.bench.reference.ReferenceReport;
import io.baedal.bench.reference.References;
import io.baedal.bench.reference.WarmUp;
import io.baedal.bench.report.BenchReport;
import io.baedal.bench.report.Cost;
import io.baedal.bench.report.Machine;
import io.baedal.bench.report.Moment;
import io.baedal.bench.report.Phase;
import io.baedal.bench.watch.Meter;
import io.baedal.bench.watch.Reading;
import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalOptions;
import io.baedal.local.launcher.LocalSystem;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a measurement from start to report: the references, the system as often as wanted, the
 * references again. The bare engine and one POST are also measured between all phases, so that a
 * phase is compared with what the machine did in the same minutes.
 */
record BenchRun(RunOptions command, Settings settings) {

  /** Of each of the two, between two phases. */
  private static final Duration BETWEEN = Duration.ofSeconds(15);

  /**
   * The settings of a run.
   *
   * @param underWay orders in progress while the system is saturated
   * @param window how long each phase is measured
   * @param warmUp how long the system and the references may warm up
   * @param runs how often the system is started and measured
   * @param replicas instances of each service
   * @param localJvms whether the JVMs have the options of {@code ./baedal up}, not of the images
   * @param references whether the references are measured
   */
  record Settings(
      int underWay,
      Duration window,
      Duration warmUp,
      int runs,
      int replicas,
      boolean localJvms,
      boolean references) {}

  /** One report of each run, with the same references. */
  List<BenchReport> run() throws Exception {
    var jvm = new ImageJvm(command.root());
    LocalOptions.Builder options =
        MeasuredSystem.atOnce(MeasuredSystem.options(command)).replicas(settings.replicas());
    if (!settings.localJvms()) {
      MeasuredSystem.asInImages(options, jvm);
    }
    return command.withSystem(options, system -> run(system, jvm));
  }

  private List<BenchReport> run(LocalSystem system, ImageJvm jvm)
      throws InterruptedException, SQLException {
    system.start(Part.POSTGRES);
    try (var meter = new Meter(system);
        var references = references(system, meter, jvm)) {
      ReferenceReport before = references == null ? null : references.measure();
      List<BenchReport> runs = new ArrayList<>();
      for (int run = 1; run <= settings.runs(); run++) {
        runs.add(run(run, system, meter, references).before(before));
        system.stop(EnumSet.complementOf(EnumSet.of(Part.POSTGRES)));
      }
      ReferenceReport after = references == null ? null : references.measure();
      return runs.stream().map(run -> run.after(after)).toList();
    }
  }

  /** Starts the system, warms it up and measures all phases. */
  private BenchReport run(
      int number, LocalSystem system, Meter meter, @Nullable References references)
      throws InterruptedException {
    Instant begunAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    system.start(Part.KAFKA);
    system.start(Set.copyOf(Part.services()));
    Menus.put(system);
    try (var flow = MeasuredSystem.flow(system, number)) {
      var measured = new MeasuredSystem(system, meter, flow, settings.window());
      List<Cost> warmUp = warmUp(measured);
      double most = warmUp.get(warmUp.size() - 1).perSecond();
      checkpoint(system);
      List<Phase> phases = new ArrayList<>();
      List<Moment> moments = new ArrayList<>();
      moment(measured, references).ifPresent(moments::add);
      for (Load load : loads(most)) {
        if (load.oneOrchestrator) {
          stopOthers(system, Part.ORCHESTRATOR);
        }
        phases.add(phase(measured, load));
        moment(measured, references).ifPresent(moments::add);
      }
      return new BenchReport(
          begunAt.toString(),
          Machine.here(),
          settings.replicas(),
          null,
          warmUp.stream().map(Cost::cpuMillis).toList(),
          WarmUp.isWarm(warmUp),
          idle(meter),
          phases,
          moments,
          null);
    }
  }

  private @Nullable References references(LocalSystem system, Meter meter, ImageJvm jvm)
      throws InterruptedException, SQLException {
    if (!settings.references()) {
      return null;
    }
    var plan =
        new References.Plan(
            command.root().resolve("orchestrator/src/main/resources/application.yaml"),
            command.data(),
            jvm.of(Part.ORCHESTRATOR),
            settings.window(),
            settings.warmUp());
    return new References(system, meter, plan, command::say);
  }

  /** What the references are now. The services, which also cost, are paused. */
  private static Optional<Moment> moment(MeasuredSystem measured, @Nullable References references)
      throws InterruptedException {
    if (references == null) {
      return Optional.empty();
    }
    LocalSystem system = measured.system();
    List<Instance> services =
        Part.services().stream()
            .flatMap(part -> system.instances(part).stream())
            .filter(system::isRunning)
            .toList();
    services.forEach(system::pause);
    try {
      double engine = references.stock(BETWEEN).cpuMillis();
      return Optional.of(new Moment(engine, references.post(BETWEEN).p99()));
    } finally {
      services.forEach(system::resume);
      measured.settle();
    }
  }

  /**
   * The load of a phase.
   *
   * @param oneOrchestrator whether the other instances of the orchestrator are stopped before it
   */
  private record Load(
      String name, double perSecond, int underWay, Mix mix, boolean oneOrchestrator) {

    Load(String name, double perSecond, int underWay, Mix mix) {
      this(name, perSecond, underWay, mix, false);
    }
  }

  /** With cancels and refusals, so that the code that undoes is warm too. */
  private List<Cost> warmUp(MeasuredSystem measured) throws InterruptedException {
    measured.flow().keep(settings.underWay(), Long.MAX_VALUE, Mix.USUAL);
    return measured.warmUp(settings.warmUp(), cost -> say("Warm-up", cost));
  }

  /**
   * The phases of the comparison come last, because the cost of an order falls for longer than the
   * warm-up lasts.
   *
   * @param most orders a second at the end of the warm-up
   */
  private List<Load> loads(double most) {
    int underWay = settings.underWay();
    List<Load> loads = new ArrayList<>();
    loads.add(new Load("at 50 %", most * 0.5, 0, Mix.HAPPY));
    loads.add(new Load("at 80 %", most * 0.8, 0, Mix.HAPPY));
    loads.add(new Load("mix, at 50 %", most * 0.5, 0, Mix.USUAL));
    loads.add(new Load("mix, saturated", 0, underWay, Mix.USUAL));
    loads.add(new Load("saturated twice", 0, underWay * 2, Mix.HAPPY));
    loads.add(new Load(BenchReport.SATURATED, 0, underWay, Mix.HAPPY));
    if (settings.replicas() > 1) {
      loads.add(new Load("saturated, one orchestrator", 0, underWay, Mix.HAPPY, true));
    }
    return loads;
  }

  /** Otherwise one could fall into any phase, whose log would contain full pages. */
  private static void checkpoint(LocalSystem system) {
    try (var postgres = new Database(system, "postgres")) {
      postgres.execute("CHECKPOINT");
    }
  }

  private static void stopOthers(LocalSystem system, Part part) {
    system.instances(part).stream().skip(1).forEach(system::stop);
  }

  private Phase phase(MeasuredSystem measured, Load load) throws InterruptedException {
    Phase phase = measured.phase(load.name, load.perSecond, load.underWay, load.mix);
    say(load.name, phase.cost());
    return phase;
  }

  private Cost idle(Meter meter) throws InterruptedException {
    Reading begin = meter.read();
    Thread.sleep(settings.window().toMillis());
    Reading used = meter.read().since(begin);
    return Cost.of(used, used.seconds());
  }

  private void say(String name, Cost cost) {
    command.say("%s: %.1f ms of CPU an order, %.1f/s", name, cost.cpuMillis(), cost.perSecond());
  }
}
