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

/**
 * The references for the comparison, in the system's PostgreSQL. Their JVMs are warm and do nothing
 * unless they are measured, so that they can be measured again at any time.
 */
public final class References implements AutoCloseable {

  private static final int POSTS_UNDER_WAY = 8;

  private final LocalSystem system;
  private final Meter meter;
  private final Plan plan;
  private final Consumer<String> progress;

  private final Commits commits;
  private final ChildJvm post;
  private final PostLoad posts;
  private final ChildJvm stock;
  private final ChildJvm own;
  private final List<Cost> warmUp;
  private double postsPerSecond;

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

  /** Starts each reference and warms it up. */
  public References(LocalSystem system, Meter meter, Plan plan, Consumer<String> progress)
      throws InterruptedException, SQLException {
    this.system = system;
    this.meter = meter;
    this.plan = plan;
    this.progress = progress;
    commits = new Commits(ReferenceDatabase.create(system, "commits"));
    post = start(PostProgram.class, "post");
    posts = new PostLoad(URI.create("http://127.0.0.1:" + post.first() + "/notes"));
    whilePosting(() -> WarmUp.of(() -> cost(post, plan.window()), plan.warmUp()));
    stock = start(EngineProgram.class, "stock");
    warmUp = whileRunning(stock, () -> WarmUp.of(() -> cost(stock, plan.window()), plan.warmUp()));
    own = start(EngineProgram.class, "own", plan.ownSettings().toString());
    whileRunning(own, () -> WarmUp.of(() -> cost(own, plan.window()), plan.warmUp()));
  }

  private interface Measurement<T> {
    T make() throws InterruptedException;
  }

  /** Measures all. */
  public ReferenceReport measure() throws InterruptedException {
    double by1 = commits.perSecond(1, plan.window());
    double by4 = commits.perSecond(4, plan.window());
    say("commits: %.0f/s by one connection, %.0f/s by four", by1, by4);
    Cost postCost = whilePosting(() -> cost(post, plan.window()));
    postsPerSecond = postCost.perSecond();
    Latency atHalf = post(plan.window());
    say("one POST: %.1f ms of CPU, %.0f/s", postCost.cpuMillis(), postCost.perSecond());
    Cost stockCost = stock(plan.window());
    Cost ownCost = whileRunning(own, () -> cost(own, plan.window()));
    say("engine, our settings: %.1f ms of CPU an order", ownCost.cpuMillis());
    return new ReferenceReport(
        by1,
        by4,
        postCost,
        atHalf,
        stockCost,
        ownCost,
        warmUp.stream().map(Cost::cpuMillis).toList());
  }

  /** Measures one POST at half of the rate that the last {@link #measure} found. */
  public Latency post(Duration window) throws InterruptedException {
    return posts.latency(postsPerSecond / 2, window);
  }

  /** Measures an order in the bare engine with stock settings. */
  public Cost stock(Duration window) throws InterruptedException {
    Cost cost = whileRunning(stock, () -> cost(stock, window));
    say(
        "engine, stock settings: %.1f ms of CPU an order, %.1f/s",
        cost.cpuMillis(), cost.perSecond());
    return cost;
  }

  private <T> T whilePosting(Measurement<T> measurement) throws InterruptedException {
    posts.keep(POSTS_UNDER_WAY);
    try {
      return measurement.make();
    } finally {
      posts.stop();
    }
  }

  private <T> T whileRunning(ChildJvm engine, Measurement<T> measurement)
      throws InterruptedException {
    engine.ask(EngineProgram.RUN);
    try {
      // until orders are spread over all steps
      Thread.sleep(plan.window().dividedBy(10).toMillis());
      return measurement.make();
    } finally {
      engine.ask(EngineProgram.REST);
    }
  }

  private ChildJvm start(Class<?> program, String name, String... arguments) {
    return new ChildJvm(
        program,
        plan.jvmOptions(),
        ReferenceDatabase.create(system, name).environment(),
        plan.logs().resolve(name + ".log"),
        arguments);
  }

  private Cost cost(ChildJvm reference, Duration window) throws InterruptedException {
    meter.setReference(reference.process());
    try {
      long counted = reference.count();
      Reading begin = meter.read();
      Thread.sleep(window.toMillis());
      long count = reference.count() - counted;
      return Cost.of(meter.read().since(begin), Math.max(1.0, count));
    } finally {
      meter.setReference(null);
    }
  }

  private void say(String format, Object... values) {
    progress.accept("Reference: " + String.format(Locale.ROOT, format, values));
  }

  @Override
  public void close() throws InterruptedException {
    post.close();
    stock.close();
    own.close();
  }
}
