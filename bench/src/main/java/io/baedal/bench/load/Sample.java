package io.baedal.bench.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** The results of the orders of one part of a run. */
public final class Sample {

  private static final int DIGITS = 3;

  private final ConcurrentHistogram posts = new ConcurrentHistogram(DIGITS);
  private final ConcurrentHistogram deliveries = new ConcurrentHistogram(DIGITS);
  private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();

  void answered(int status, long micros) {
    count("POST " + status);
    if (Answers.isAccepted(status)) {
      posts.recordValue(Math.max(0, micros));
    }
  }

  void cancelAnswered(int status) {
    count("DELETE " + status);
  }

  void ended(String status, long micros) {
    count(status);
    if (status.equals("DELIVERED")) {
      deliveries.recordValue(Math.max(0, micros));
    }
  }

  private void count(String what) {
    counts.computeIfAbsent(what, any -> new LongAdder()).increment();
  }

  /** From when an order was due to be sent until it was accepted. */
  public Latency posts() {
    return Latency.of(posts);
  }

  /** From the same moment until the process ended; for delivered orders. */
  public Latency deliveries() {
    return Latency.of(deliveries);
  }

  /** How many answers there were of each kind, and how many orders ended in each status. */
  public Map<String, Long> counts() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((what, count) -> all.put(what, count.sum()));
    return all;
  }
}
