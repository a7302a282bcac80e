package io.baedal.bench.report;

import io.baedal.bench.check.Violation;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;

/**
 * The figures of a fault run; written as JSON.
 *
 * @param ordersPerSecond customers that arrived
 * @param pauseSeconds between two faults, on average
 * @param begunAt in UTC, ISO 8601
 * @param customers their results
 * @param outcomes orders by their last status
 * @param cancels answers to cancels, and their outcomes
 * @param settleSeconds from the last fault until nothing changed any more
 * @param settled whether that was in time
 * @param time line, every fault that was injected
 */
public record FaultReport(
    long seed,
    double minutes,
    double ordersPerSecond,
    double pauseSeconds,
    int replicas,
    String begunAt,
    Machine machine,
    Map<String, Long> customers,
    Map<String, Long> outcomes,
    Map<String, Long> cancels,
    Map<String, FaultCount> faults,
    int kills,
    int restarts,
    long incidents,
    long deadLetters,
    long settleSeconds,
    boolean settled,
    List<Entry> timeLine,
    List<Violation> violations) {

  /** The machine of the run. */
  public record Machine(int cores, long memoryMiB, String os, String java) {

    /** This machine. */
    public static Machine here() {
      var os =
          (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Machine(
          os.getAvailableProcessors(),
          os.getTotalMemorySize() >> 20,
          os.getName() + " " + os.getArch(),
          System.getProperty("java.version"));
    }
  }

  /** How often a kind of fault was injected and skipped, and how many processes it killed. */
  public record FaultCount(int caused, int skipped, int kills) {}

  /** A fault on the time line, in seconds since the run began. */
  public record Entry(String kind, String target, double from, double to, int kills) {}
}
