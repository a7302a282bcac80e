package io.baedal.bench.watch;

import java.util.regex.Pattern;

/** Garbage collections of one JVM: how many, and for how many seconds they stopped it. */
public record GcUse(double count, double seconds) {

  static final GcUse NONE = new GcUse(0, 0);

  // the labels contain spaces: cause="Allocation Failure"
  private static final Pattern COUNT =
      Pattern.compile("(?m)^jvm_gc_pause_seconds_count\\{[^}]*} (\\S+)$");
  private static final Pattern SECONDS =
      Pattern.compile("(?m)^jvm_gc_pause_seconds_sum\\{[^}]*} (\\S+)$");

  /** Reads the metrics of a service. */
  static GcUse of(String metrics) {
    return new GcUse(Metrics.sum(COUNT, metrics), Metrics.sum(SECONDS, metrics));
  }

  GcUse since(GcUse before) {
    return new GcUse(count - before.count, seconds - before.seconds);
  }
}
