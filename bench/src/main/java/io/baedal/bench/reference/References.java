package io.baedal.bench.reference;

import io.baedal.bench.load.Latency;
import io.baedal.bench.report.Cost;
import io.baedal.bench.watch.Meter;
import io.baedal.bench.watch.Reading;
import io.baedal.local.launcher.LocalSystem;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Measures the references for the comparison in the system's PostgreSQL, while no service runs. */
public final class References {

  private static final int POSTS_UNDER_WAY = 8;

  private final LocalSystem system;
  private final Meter meter;
  private final Plan plan;
  private final Consumer<String> progress;

  /**
   * The settings of the measurement.
   *
   * @param ownSettings the orchestrator's {@code application.yaml}
   * @param logs the directory for the output of the references
   * @param jvmOptions of the JVM of each reference
   * @param window how long each is measured
   * @param warmUp how long each may warm up
   */
  public record Plan(
      Path ownSettings, Path logs, List<String> jvmOptions, Duration window, Duration warmUp) {}

  public References(LocalSystem system, Meter meter, Plan plan, Consumer<String> progress) {
    this.system = system;
    this.meter = meter;
    this.plan = plan;
    this.progress = progress;
  }

  private record Post(Cost cost, Latency atHalf) {}

  private record Engine(Cost cost, List<Double> warmUp) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%.1f ms of CPU an order, %.1f/s", cost.cpuMillis(), cost.perSecond());
    }
  }

  /** Measures all. */
  public ReferenceReport measure() throws InterruptedException, SQLException {
    var commits = new Commits(ReferenceDatabase.fresh(system));
    double by1 = commits.perSecond(1, plan.window());
    double by4 = commits.perSecond(4, plan.window());
    say("commits: %.0f/s by one connection, %.0f/s by four", by1, by4);
    Post post = post();
    say("one POST: %.1f ms of CPU, %.0f/s", post.cost.cpuMillis(), post.cost.perSecond());
    Engine stock = engine();
    say("engine, stock settings: %s", stock);
    Engine own = engine(plan.ownSettings().toString());
    say("engine, our settings: %s", own);
    return new ReferenceReport(
        by1, by4, post.cost, post.atHalf, stock.cost, own.cost, stock.warmUp);
  }

  private Post post() throws InterruptedException {
    try (var child = start(PostProgram.class, "post.log")) {
      var load = new PostLoad(URI.create("http://127.0.0.1:" + child.first() + "/notes"));
      load.keep(POSTS_UNDER_WAY);
      WarmUp.of(() -> cost(child::count), plan.warmUp());
      Cost cost = cost(child::count);
      load.stop();
      return new Post(cost, load.latency(cost.perSecond() / 2, plan.window()));
    } finally {
      meter.setReference(null);
    }
  }

  private Engine engine(String... settings) throws InterruptedException {
    try (var child = start(EngineProgram.class, "engine.log", settings)) {
      List<Cost> warmUp = WarmUp.of(() -> cost(child::count), plan.warmUp());
      return new Engine(cost(child::count), warmUp.stream().map(Cost::cpuMillis).toList());
    } finally {
      meter.setReference(null);
    }
  }

  private ChildJvm start(Class<?> program, String log, String... arguments) {
    var child =
        new ChildJvm(
            program,
            plan.jvmOptions(),
            ReferenceDatabase.fresh(system).environment(),
            plan.logs().resolve(log),
            arguments);
    meter.setReference(child.process());
    return child;
  }

  private Cost cost(LongSupplier counter) throws InterruptedException {
    long counted = counter.getAsLong();
    Reading begin = meter.read();
    Thread.sleep(plan.window().toMillis());
    long count = counter.getAsLong() - counted;
    return Cost.of(meter.read().since(begin), Math.max(1.0, count));
  }

  private void say(String format, Object... values) {
    progress.accept("Reference: " + String.format(Locale.ROOT, format, values));
  }
}
