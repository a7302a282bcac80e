package io.baedal.bench;

import io.baedal.bench.check.Violation;
import io.baedal.bench.load.Answers;
import io.baedal.bench.load.Rush;
import io.baedal.bench.report.FaultReport;
import io.baedal.bench.report.OverloadReport;
import io.baedal.bench.report.OverloadReport.Memory;
import io.baedal.bench.report.OverloadReport.Promise;
import io.baedal.bench.report.OverloadReport.SlowWorker;
import io.baedal.bench.watch.MemoryUse;
import io.baedal.bench.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what happened in an overload run, and checks the promises. */
final class OverloadFigures {

  /** The limit for a refusal on a machine whose processors are all busy. */
  private static final long QUICK_MILLIS = 1_000;

  /**
   * The limit for the median time from payment to delivery. Store and courier take ten seconds of
   * it. The rest allows a multiple of the lag above which no order begins, for each of their three
   * answers.
   */
  private static final long LONGEST_DELIVERY_MILLIS = 60_000;

  /** Share of the old generation in use after a collection; as in the alert MemoryNearLimit. */
  private static final double FULL = 0.9;

  /** Allowed growth of memory outside of the heap: threads, buffers, compiled code. */
  private static final double GROWTH = 1.2;

  private static final double GROWTH_MIB = 48;

  /** By how much an instance of order may exceed order.admission.max-at-work. */
  private static final int PLACED_AT_A_TIME = 20;

  private static final Set<Integer> CANCEL_ANSWERS = Set.of(202, 409);

  private final OverloadRun.Settings settings;
  private final Instant begunAt;
  private final double capacity;
  private final Rush rush;
  private final List<Watch.Sight> sights;
  private final List<Promise> promises = new ArrayList<>();

  OverloadFigures(
      OverloadRun.Settings settings,
      Instant begunAt,
      double capacity,
      Rush rush,
      List<Watch.Sight> sights) {
    this.settings = settings;
    this.begunAt = begunAt;
    this.capacity = capacity;
    this.rush = rush;
    this.sights = sights;
  }

  OverloadReport report(
      Answers.Times begun,
      Duration drained,
      int orders,
      boolean settled,
      boolean processesRun,
      @Nullable SlowWorker slowWorker,
      List<Violation> violations) {
    Map<String, Memory> processes = processes();
    wasOverloaded();
    answersAreAsPromised();
    waitingOrdersAreBounded();
    promise(
        "An order that has begun continues, however many wait.",
        begun.count() > 0 && begun.p50() <= LONGEST_DELIVERY_MILLIS,
        "half of %d from payment to delivery within %d ms",
        begun.count(),
        begun.p50());
    promise(
        "Nothing that was accepted is lost; every order was delivered or completely undone.",
        violations.isEmpty(),
        "%d orders, %d violations",
        orders,
        violations.size());
    promise(
        "The backlog drains by itself.",
        settled && drained.compareTo(settings.settle()) <= 0,
        "%d s%s",
        drained.toSeconds(),
        settled ? "" : ", and not all has settled");
    memoryIsBounded(processes, processesRun);
    if (slowWorker != null) {
      slowWorkerDelaysOnlyItsOrders(slowWorker);
    }
    return new OverloadReport(
        settings.length().toSeconds() / 60.0,
        settings.factor(),
        rounded(capacity),
        rounded(rush.placed().count() / Math.max(1.0, settings.length().toSeconds())),
        begunAt.truncatedTo(ChronoUnit.SECONDS).toString(),
        FaultReport.Machine.here(),
        answers(),
        times(begun),
        rush.turnedAway(),
        drained.toSeconds(),
        processes,
        moments(),
        slowWorker,
        promises,
        violations);
  }

  /**
   * Fails if there was no overload, for instance because the machine was busy while the capacity
   * was measured.
   */
  private void wasOverloaded() {
    long before = sights.isEmpty() ? 0 : sights.get(0).backlog().open();
    long most = sights.stream().mapToLong(sight -> sight.backlog().open()).max().orElse(0);
    long refused = rush.placed().count(Answers::isRefusal);
    double excess = capacity * (settings.factor() - 1) * settings.length().toSeconds();
    promise(
        "(The system was overloaded.)",
        refused > 0 || most - before > excess / 3,
        "%d orders open at the beginning, %d at most; %d refused",
        before,
        most,
        refused);
  }

  private void answersAreAsPromised() {
    Answers placed = rush.placed();
    long refused = placed.count(Answers::isRefusal);
    long other = placed.count(status -> !Answers.isAccepted(status) && !Answers.isRefusal(status));
    promise(
        "An order is accepted, or refused with 429 or 503, and not answered otherwise.",
        other == 0 && rush.turnedAway() == 0,
        "%d accepted, %d refused, %d otherwise, %d not sent",
        placed.count(Answers::isAccepted),
        refused,
        other,
        rush.turnedAway());
    promise(
        "A refusal says when to try again.",
        placed.refusalsWithoutRetryAfter() == 0,
        "%d without Retry-After",
        placed.refusalsWithoutRetryAfter());
    promise(
        "A refusal is quick.",
        placed.times(Answers::isRefusal).p99() <= QUICK_MILLIS,
        "99 of 100 within %d ms",
        placed.times(Answers::isRefusal).p99());
    promise(
        "Cancels and the order view are not refused.",
        rush.cancelled().count(status -> !CANCEL_ANSWERS.contains(status)) == 0
            && rush.viewed().count(status -> !Answers.isAccepted(status)) == 0,
        "cancels %s, view %s",
        rush.cancelled().byStatus(),
        rush.viewed().byStatus());
  }

  private void waitingOrdersAreBounded() {
    long most = sights.stream().mapToLong(sight -> sight.backlog().waiting()).max().orElse(0);
    promise(
        "No more orders wait to begin than allowed.",
        most <= settings.maxWaiting() + PLACED_AT_A_TIME,
        "%d at most, %d allowed",
        most,
        settings.maxWaiting());
  }

  private void memoryIsBounded(Map<String, Memory> processes, boolean processesRun) {
    List<String> grown =
        processes.entrySet().stream()
            .filter(process -> !isBounded(process.getValue()))
            .map(process -> process.getKey() + " " + process.getValue())
            .toList();
    promise(
        "Memory stays bounded.",
        processesRun && grown.isEmpty(),
        "%s",
        !processesRun
            ? "a process ended or did not answer"
            : grown.isEmpty() ? "%d processes".formatted(processes.size()) : grown);
  }

  private static boolean isBounded(Memory memory) {
    return memory.heapAfterGc() < FULL
        && memory.outsideHeapAfter() <= memory.outsideHeapBefore() * GROWTH + GROWTH_MIB;
  }

  private void slowWorkerDelaysOnlyItsOrders(SlowWorker times) {
    promise(
        "A slow payment does not slow orders that are paid.",
        times.slow().count() > 0 && times.slow().p50() <= times.usual().p50() * 1.25 + 500,
        "half of %d within %d ms, before %d ms",
        times.slow().count(),
        times.slow().p50(),
        times.usual().p50());
    promise(
        "A slow payment does not slow cancels of paid orders.",
        times.cancels().count() > 0 && times.cancels().max() <= 3_000,
        "%d, the slowest took %d ms",
        times.cancels().count(),
        times.cancels().max());
    promise(
        "A slow payment does not slow the order view.",
        times.viewSlow().count() > 0
            && times.viewSlow().p99() <= Math.max(250, times.viewUsual().p99() * 2),
        "99 of 100 within %d ms, before %d ms",
        times.viewSlow().p99(),
        times.viewUsual().p99());
  }

  private void promise(String text, boolean kept, String found, Object... values) {
    promises.add(new Promise(text, kept, String.format(Locale.ROOT, found, values)));
  }

  private Map<String, Map<Integer, Long>> answers() {
    Map<String, Map<Integer, Long>> answers = new LinkedHashMap<>();
    answers.put("orders", rush.placed().byStatus());
    answers.put("cancels", rush.cancelled().byStatus());
    answers.put("order view", rush.viewed().byStatus());
    return answers;
  }

  private Map<String, Answers.Times> times(Answers.Times begun) {
    Map<String, Answers.Times> times = new LinkedHashMap<>();
    times.put("orders accepted", rush.placed().times(Answers::isAccepted));
    times.put("orders refused", rush.placed().times(Answers::isRefusal));
    times.put("cancels", rush.cancelled().times(status -> true));
    times.put("order view", rush.viewed().times(status -> true));
    times.put("from payment to delivery", begun);
    return times;
  }

  private Map<String, Memory> processes() {
    int twoThirds = sights.size() * 2 / 3;
    List<Watch.Sight> before = sights.subList(0, twoThirds);
    List<Watch.Sight> after = sights.subList(twoThirds, sights.size());
    Map<String, Memory> processes = new LinkedHashMap<>();
    for (String process : Watch.processes(sights)) {
      processes.put(
          process,
          new Memory(
              rounded(Watch.highest(sights, process, MemoryUse::total)),
              rounded(Watch.highest(sights, process, MemoryUse::heap)),
              rounded(Watch.highest(before, process, MemoryUse::outsideHeap)),
              rounded(Watch.highest(after, process, MemoryUse::outsideHeap)),
              rounded(Watch.highest(sights, process, MemoryUse::heapAfterGc) * 100) / 100));
    }
    return processes;
  }

  private List<OverloadReport.Moment> moments() {
    return sights.stream()
        .map(
            sight ->
                new OverloadReport.Moment(
                    sight.second(),
                    sight.backlog().open(),
                    sight.backlog().waiting(),
                    sight.backlog().jobsDue(),
                    rounded(sight.memory().values().stream().mapToDouble(MemoryUse::total).sum())))
        .toList();
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
