package io.baedal.bench.load;

import org.HdrHistogram.AbstractHistogram;

/** How long something took, in milliseconds; all 0 if it never happened. */
public record Latency(long count, double p50, double p95, double p99, double max) {

  /** Of a histogram of microseconds. */
  public static Latency of(AbstractHistogram micros) {
    return new Latency(
        micros.getTotalCount(),
        millis(micros.getValueAtPercentile(50)),
        millis(micros.getValueAtPercentile(95)),
        millis(micros.getValueAtPercentile(99)),
        millis(micros.getMaxValue()));
  }

  private static double millis(long micros) {
    return Math.round(micros / 10.0) / 100.0;
  }
}
