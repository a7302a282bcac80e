package io.baedal.bench.watch;

import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the memory of every process, from the operating system and, where available, from the
 * metrics of its JVM. Needs Linux; elsewhere it returns nothing.
 */
public final class MemoryWatch {

  private static final double MIB = 1024 * 1024;
  private static final double KIB_PER_MIB = 1024;
  private static final Pattern PAGES = Pattern.compile("(?m)^(Pss|Pss_Anon): +(\\d+) kB$");
  private static final Pattern HEAP =
      Pattern.compile("(?m)^jvm_memory_committed_bytes\\{[^}]*area=\"heap\"[^}]*} (\\S+)$");
  private static final Pattern AFTER_GC =
      Pattern.compile("(?m)^jvm_memory_usage_after_gc\\{[^}]*} (\\S+)$");

  private final LocalSystem system;
  private final Metrics metrics;

  /** Watches a running system. */
  public MemoryWatch(LocalSystem system) {
    this.system = system;
    this.metrics = new Metrics(system);
  }

  /** The current memory of each process, by its name. */
  public Map<String, MemoryUse> read() throws InterruptedException {
    Map<String, MemoryUse> uses = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      for (Instance instance : system.instances(part)) {
        ProcessHandle process = system.process(instance).orElse(null);
        if (process != null && Files.exists(smapsRollup(process))) {
          uses.put(instance.label(), read(instance, process));
        }
      }
    }
    return uses;
  }

  private MemoryUse read(Instance instance, ProcessHandle process) throws InterruptedException {
    String page = instance.part().isService() ? metrics.of(instance) : "";
    double heap = Metrics.sum(HEAP, page) / MIB;
    double total = 0;
    double allocated = 0;
    for (ProcessHandle each : Stream.concat(Stream.of(process), process.descendants()).toList()) {
      for (var line : PAGES.matcher(read(smapsRollup(each))).results().toList()) {
        double mib = Long.parseLong(line.group(2)) / KIB_PER_MIB;
        if (line.group(1).equals("Pss")) {
          total += mib;
        } else {
          allocated += mib;
        }
      }
    }
    return new MemoryUse(total, heap, Math.max(0, allocated - heap), Metrics.sum(AFTER_GC, page));
  }

  private static Path smapsRollup(ProcessHandle process) {
    return Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException endedMeanwhile) {
      return "";
    }
  }
}
