package io.baedal.bench.watch;

/** Garbage collections of one JVM: how many, and for how many seconds they stopped it. */
public record GcUse(double count, double seconds) {

  static final GcUse NONE = new GcUse(0, 0);

  GcUse since(GcUse before) {
    return new GcUse(count - before.count, seconds - before.seconds);
  }
}
