package io.baedal.bench.fault;

import io.baedal.local.common.Instance;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Restarts every process that has ended, for whatever reason, as a cluster would. */
public final class Keeper implements AutoCloseable {

  private static final long ROUND_MILLIS = 250;

  private final LocalSystem system;
  private final List<Instance> kept;
  private final Map<Instance, Instant> heldDown = new ConcurrentHashMap<>();
  private final Set<Instance> starting = ConcurrentHashMap.newKeySet();
  private final AtomicInteger restarts = new AtomicInteger();
  private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService starts = Executors.newCachedThreadPool();

  /** Begins to watch all processes of a system that has started. */
  public Keeper(LocalSystem system) {
    this.system = system;
    this.kept =
        List.of(Part.values()).stream().flatMap(part -> system.instances(part).stream()).toList();
    rounds.scheduleWithFixedDelay(this::round, 0, ROUND_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Does not start {@code instance} before {@code time} has passed. */
  void holdDown(Instance instance, Duration time) {
    heldDown.put(instance, Instant.now().plus(time));
  }

  private void round() {
    for (Instance instance : kept) {
      if (!system.isRunning(instance) && mayStart(instance) && starting.add(instance)) {
        starts.execute(() -> start(instance));
      }
    }
  }

  /** A service ends if it finds no database, so it is not started before the database runs. */
  private boolean mayStart(Instance instance) {
    boolean hasDatabase =
        !instance.part().isService() || system.isRunning(Instance.first(Part.POSTGRES));
    return hasDatabase
        && Instant.now().isAfter(heldDown.getOrDefault(instance, Instant.MIN))
        && !starting.contains(instance);
  }

  private void start(Instance instance) {
    try {
      system.start(instance);
      restarts.incrementAndGet();
    } catch (LocalFailure | IllegalStateException again) {
      // killed during its start, or a part that it needs is down: the next round tries again
    } finally {
      starting.remove(instance);
    }
  }

  /** Whether every process runs and no start is in progress. */
  public boolean allRun() {
    return starting.isEmpty() && kept.stream().allMatch(system::isRunning);
  }

  /** How many processes do not run or are not ready yet. */
  int down() {
    return (int)
        kept.stream()
            .filter(instance -> starting.contains(instance) || !system.isRunning(instance))
            .count();
  }

  /** How many starts succeeded. */
  public int restarts() {
    return restarts.get();
  }

  @Override
  public void close() {
    rounds.shutdownNow();
    starts.shutdownNow();
  }
}
