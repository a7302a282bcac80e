package io.baedal.bench.watch;

import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the resources that a system has used so far. Not thread-safe. */
public final class Meter implements AutoCloseable {

  /** The name of this tool in the list of processes. */
  public static final String LOAD = "load";

  private final LocalSystem system;
  private final DatabaseWatch databases;
  private final Metrics metrics;
  private @Nullable ProcessHandle referenceProcess;

  /**
   * Reads a system; PostgreSQL must run, the others need not; see {@link DatabaseWatch#countable}.
   */
  public Meter(LocalSystem system) {
    this.system = system;
    this.databases = new DatabaseWatch(system);
    this.metrics = new Metrics(system);
  }

  /**
   * Counts the process of a reference, which is not part of the system, as {@code reference}, and
   * of the system PostgreSQL alone: the reference uses nothing else. Null for no reference.
   */
  public void setReference(@Nullable ProcessHandle process) {
    referenceProcess = process;
  }

  /** What was used up to now. */
  public Reading read() throws InterruptedException {
    Map<String, GcUse> gc = new TreeMap<>();
    Map<String, Long> cpu = new TreeMap<>();
    ProcessHandle other = referenceProcess;
    for (Part part : other == null ? Part.values() : new Part[] {Part.POSTGRES}) {
      for (Instance instance : system.instances(part)) {
        ProcessHandle process = system.process(instance).orElse(null);
        if (process == null) {
          continue;
        }
        if (part.isService()) {
          gc.put(instance.label(), GcUse.of(metrics.of(instance)));
        }
        cpu.put(instance.label(), CpuTime.ofFamily(process));
      }
    }
    if (other != null) {
      cpu.put("reference", CpuTime.ofFamily(other));
    }
    cpu.put(LOAD, CpuTime.ofThisProcess());
    return new Reading(
        System.nanoTime(),
        cpu,
        databases.databases(),
        databases.statements(),
        databases.walBytes(),
        gc);
  }

  @Override
  public void close() {
    databases.close();
  }
}
