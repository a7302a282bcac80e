package io.baedal.bench.watch;

import io.baedal.bench.check.RemainingWork;
import io.baedal.local.launcher.LocalSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Reads a system every few seconds, and keeps the results. */
public final class Watch implements AutoCloseable {

  private static final long SECONDS = 5;

  /** The readings of one moment, {@code second} after the watch began. */
  public record Sight(long second, RemainingWork.Counts backlog, Map<String, MemoryUse> memory) {}

  private final RemainingWork backlog;
  private final MemoryWatch memory;
  private final Instant begunAt = Instant.now();
  private final List<Sight> sights = new CopyOnWriteArrayList<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  /** Begins to watch a running system. */
  public Watch(LocalSystem system) {
    backlog = new RemainingWork(system);
    memory = new MemoryWatch(system);
    clock.scheduleWithFixedDelay(this::read, 0, SECONDS, TimeUnit.SECONDS);
  }

  private void read() {
    try {
      long second = Duration.between(begunAt, Instant.now()).toSeconds();
      sights.add(new Sight(second, backlog.read(), memory.read()));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failures.add(e.toString());
    }
  }

  /** All readings so far, in order. */
  public List<Sight> sights() {
    return List.copyOf(sights);
  }

  /** When a reading failed, and why. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** The names of all processes in {@code sights}. */
  public static List<String> processes(List<Sight> sights) {
    var names = new TreeSet<String>();
    sights.forEach(sight -> names.addAll(sight.memory().keySet()));
    return List.copyOf(names);
  }

  /** The highest value of one process; 0 if it has none. */
  public static double highest(
      List<Sight> sights, String process, ToDoubleFunction<MemoryUse> value) {
    return sights.stream()
        .map(sight -> sight.memory().get(process))
        .filter(use -> use != null)
        .mapToDouble(value)
        .max()
        .orElse(0);
  }

  @Override
  public void close() throws InterruptedException {
    clock.shutdownNow();
    clock.awaitTermination(SECONDS * 4, TimeUnit.SECONDS);
    backlog.close();
  }
}
