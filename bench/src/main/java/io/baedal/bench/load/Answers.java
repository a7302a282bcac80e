package io.baedal.bench.load;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** The answers to one kind of request, and how long each took. */
public final class Answers {

  /** The status of a request without an answer. */
  public static final int NONE = 0;

  /** Statuses by which a service reports overload. */
  private static final Set<Integer> REFUSALS = Set.of(429, 503);

  private record Answer(int status, long millis, boolean saysWhenToRetry) {}

  /**
   * How long answers took, in milliseconds.
   *
   * @param p99 all but one in a hundred took no longer; 0 if there are none
   */
  public record Times(int count, long p50, long p99, long max) {

    /** Of these times in milliseconds, in any order. */
    public static Times of(List<Long> millis) {
      List<Long> sorted = millis.stream().sorted().toList();
      return sorted.isEmpty()
          ? new Times(0, 0, 0, 0)
          : new Times(
              sorted.size(),
              sorted.get((sorted.size() - 1) / 2),
              sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1),
              sorted.get(sorted.size() - 1));
    }
  }

  private final Queue<Answer> all = new ConcurrentLinkedQueue<>();

  void add(int status, long millis, boolean saysWhenToRetry) {
    all.add(new Answer(status, millis, saysWhenToRetry));
  }

  /** How many answers there are so far. */
  public int count() {
    return all.size();
  }

  /** How many answers there are of each status. */
  public Map<Integer, Long> byStatus() {
    return all.stream()
        .collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()));
  }

  /** How many answers have a status that matches. */
  public long count(IntPredicate status) {
    return all.stream().filter(answer -> status.test(answer.status)).count();
  }

  /** How long the answers took whose status matches. */
  public Times times(IntPredicate status) {
    return Times.of(
        all.stream().filter(answer -> status.test(answer.status)).map(Answer::millis).toList());
  }

  /** Refusals without a Retry-After header. */
  public long refusalsWithoutRetryAfter() {
    return all.stream()
        .filter(answer -> isRefusal(answer.status) && !answer.saysWhenToRetry)
        .count();
  }

  /** Whether {@code status} means that a service is overloaded. */
  public static boolean isRefusal(int status) {
    return REFUSALS.contains(status);
  }

  /** Whether {@code status} means success. */
  public static boolean isAccepted(int status) {
    return status >= 200 && status < 300;
  }
}
