package io.baedal.bench.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU time as the operating system counts it, user and system. Needs Linux; elsewhere it is 0. */
public final class CpuTime {

  /** Milliseconds of a tick: the kernel reports 100 a second to programs, on all platforms. */
  private static final long TICK = 10;

  /** The index of user time after the name; system time and the times of ended children follow. */
  private static final int USER = 11;

  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private CpuTime() {}

  /** Milliseconds of {@code process} and of all its children, ended ones included. */
  public static long ofFamily(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .mapToLong(each -> sum(stat(each), USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM))
        .sum();
  }

  /** Milliseconds of this process alone. */
  public static long ofThisProcess() {
    return sum(stat(ProcessHandle.current()), USER, SYSTEM);
  }

  static long sum(String stat, int... fields) {
    // the name, in brackets, may contain spaces
    String[] values = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    long ticks = 0;
    for (int field : fields) {
      ticks += field < values.length ? Long.parseLong(values[field]) : 0;
    }
    return ticks * TICK;
  }

  private static String stat(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
    } catch (IOException endedMeanwhile) {
      return "";
    }
  }
}
