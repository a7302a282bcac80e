package io.baedal.bench.report;

import io.baedal.bench.check.Violation;
import io.baedal.bench.load.Answers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an overload run; written as JSON. Orders are counted per second, times in
 * milliseconds, memory in MiB.
 *
 * @param capacity orders that the system completed
 * @param offered orders that arrived during the overload
 * @param begunAt in UTC, ISO 8601
 * @param answers by kind of request, the number of answers of each status; 0 is no answer
 * @param times how long answers took
 * @param notSent requests that this tool was too busy to send
 * @param drainSeconds from the last order until none was open
 * @param processes the most memory of each process
 * @param slowWorker missing if it was not measured
 */
public record OverloadReport(
    double minutes,
    double factor,
    double capacity,
    double offered,
    String begunAt,
    FaultReport.Machine machine,
    Map<String, Map<Integer, Long>> answers,
    Map<String, Answers.Times> times,
    long notSent,
    long drainSeconds,
    Map<String, Memory> processes,
    List<Moment> timeLine,
    @Nullable SlowWorker slowWorker,
    List<Promise> promises,
    List<Violation> violations) {

  /**
   * A promise, and whether it was kept.
   *
   * @param found what was found, in a few words
   */
  public record Promise(String text, boolean kept, String found) {}

  /**
   * The memory of one process.
   *
   * @param total the most, pages of files included
   * @param heap the most that it reserved for its heap; 0 where that is not known
   * @param outsideHeapBefore the most allocated outside of the heap, in the first two thirds
   * @param outsideHeapAfter the same in the last third
   * @param heapAfterGc the fullest heap after a collection, from 0 to 1
   */
  public record Memory(
      double total,
      double heap,
      double outsideHeapBefore,
      double outsideHeapAfter,
      double heapAfterGc) {}

  /** The backlog at one moment, in seconds since the overload began. */
  public record Moment(long second, long open, long waiting, long jobsDue, double memory) {}

  /**
   * The effect of a worker that takes ten seconds for each answer on orders that did not need it.
   *
   * @param usual from PAYMENT_APPROVED to DELIVERED, before
   * @param slow the same while the worker was slow
   * @param cancels from a cancel to CANCELLATION_REQUESTED, while it was slow
   * @param viewUsual answers of the order view, before
   * @param viewSlow the same while it was slow
   */
  public record SlowWorker(
      Answers.Times usual,
      Answers.Times slow,
      Answers.Times cancels,
      Answers.Times viewUsual,
      Answers.Times viewSlow) {}

  /** Whether all promises were kept. */
  public boolean passed() {
    return promises.stream().allMatch(Promise::kept);
  }
}
