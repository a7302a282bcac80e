package io.baedal.orchestrator.operations.reconciliation;

import io.baedal.orchestrator.OrchestratorProperties;
import io.baedal.orchestrator.operations.reconciliation.ChangeLog.Change;
import io.baedal.orchestrator.operations.reconciliation.ChangeLog.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One run of the reconciliation: compares the orders with disagreements again, then those that
 * changed at any source in the spans of the scans in progress. A run is limited in pages and in
 * time, and the next one continues where it ended. If a source does not answer, the run ends.
 */
@Component
class Reconcile {

  /** At this number of disagreements the search stops: they have a common cause. */
  static final int MOST_OPEN = 10_000;

  private static final Logger log = LoggerFactory.getLogger(Reconcile.class);
  private static final Duration LONGEST_RUN = Duration.ofSeconds(30);

  /** Longer than a run and the slowest page, which is nine calls of 6 s, each made twice. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  private static final int MOST_RECHECKED = 10 * StateSource.MOST;
  private static final Duration LOOK_BACK_INTERVAL = Duration.ofDays(1);

  private final CompareOrders compareOrders;
  private final Disagreements disagreements;
  private final Scans scans;
  private final TreeMap<String, ChangeLog> sources = new TreeMap<>();
  private final OrchestratorProperties.Reconciliation settings;
  private final Clock clock;

  Reconcile(
      CompareOrders compareOrders,
      Disagreements disagreements,
      Scans scans,
      List<ChangeLog> sources,
      OrchestratorProperties properties,
      Clock clock) {
    this.compareOrders = compareOrders;
    this.disagreements = disagreements;
    this.scans = scans;
    this.settings = properties.reconciliation();
    this.clock = clock;
    sources.forEach(source -> this.sources.put(source.name(), source));
  }

  /** Runs once, unless another replica does. */
  void run() {
    scans.lease(LEASE).ifPresent(this::runUntil);
  }

  private void runUntil(Instant leaseExpiry) {
    try {
      var seen = new Seen();
      Instant deadline = clock.instant().plus(LONGEST_RUN);
      recheck(seen.compared, deadline);
      beginScans();
      scan(seen, deadline);
    } catch (SourceUnavailable unavailable) {
      log.warn("reconciliation waits: {}", unavailable.getMessage());
      scans.fail(String.valueOf(unavailable.getMessage()));
    } catch (RuntimeException failed) {
      // shown to the operator who requested the scan; the next run retries the same page
      scans.fail("failed: " + failed.getClass().getSimpleName());
      throw failed;
    } finally {
      scans.release(leaseExpiry);
    }
  }

  /** Takes at most half of the time, so that the scans continue too. */
  private void recheck(Set<UUID> compared, Instant deadline) {
    Instant begun = clock.instant();
    Instant half = begun.plus(Duration.between(begun, deadline).dividedBy(2));
    while (compared.size() < MOST_RECHECKED && clock.instant().isBefore(half)) {
      List<UUID> orders = disagreements.notCheckedSince(begun, StateSource.MOST);
      if (orders.isEmpty()) {
        return;
      }
      compareOrders.compare(orders);
      disagreements.checked(orders, clock.instant());
      compared.addAll(orders);
    }
  }

  private void beginScans() {
    Instant now = clock.instant();
    Instant latest = now.minus(settings.age());
    Optional<Scan> window = scans.last(Scan.Kind.WINDOW);
    Instant from = window.map(Scan::spanTo).orElse(latest);
    // the last window may end later: another replica's clock is ahead, or the age was increased
    if (window.map(last -> last.endedAt() != null).orElse(true) && !from.isAfter(latest)) {
      scans.begin(Scan.Kind.WINDOW, from, latest);
    }
    Optional<Scan> lookBack = scans.last(Scan.Kind.LOOK_BACK);
    if (lookBack.map(last -> isOutdated(last, now)).orElse(true)) {
      scans.begin(Scan.Kind.LOOK_BACK, now.minus(settings.lookBack()), latest);
    }
  }

  private static boolean isOutdated(Scan lookBack, Instant now) {
    return lookBack.endedAt() != null && lookBack.askedAt().plus(LOOK_BACK_INTERVAL).isBefore(now);
  }

  private void scan(Seen seen, Instant deadline) {
    for (int page = 0; page < settings.pagesPerRun(); page++) {
      Optional<Scan> scan = scans.next();
      if (scan.isEmpty() || clock.instant().isAfter(deadline) || tooManyOpen()) {
        return;
      }
      step(scan.get(), seen);
    }
  }

  /** Reads one page of one source, and compares its orders that this run has not compared yet. */
  private void step(Scan scan, Seen seen) {
    ChangeLog source = sources.getOrDefault(scan.source(), sources.firstEntry().getValue());
    List<Change> page = source.next(scan.position(), scan.spanTo());
    List<UUID> orders = page.stream().map(Change::orderId).distinct().toList();
    List<UUID> toCompare = orders.stream().filter(seen.compared::add).toList();
    if (!toCompare.isEmpty()) {
      compareOrders.compare(toCompare);
    }
    int more = seen.countNew(scan, orders);
    if (page.size() < ChangeLog.PAGE) {
      @Nullable String next =
          Optional.ofNullable(sources.higherEntry(source.name()))
              .map(Map.Entry::getKey)
              .orElse(null);
      scans.advance(scan, next, Position.before(scan.spanFrom()), more);
    } else {
      Position position = Position.after(page.get(page.size() - 1));
      scans.advance(scan, source.name(), position, more);
    }
  }

  private boolean tooManyOpen() {
    long open = disagreements.count().values().stream().mapToLong(Long::longValue).sum();
    if (open < MOST_OPEN) {
      return false;
    }
    log.warn("reconciliation is paused: {} disagreements are open", open);
    scans.fail("paused: " + open + " disagreements are open");
    return true;
  }

  /** The orders that a run has compared; an order counts once for each scan that contains it. */
  private static final class Seen {

    final Set<UUID> compared = new HashSet<>();
    private final Map<UUID, Set<UUID>> counted = new HashMap<>();

    int countNew(Scan scan, List<UUID> orders) {
      Set<UUID> before = counted.computeIfAbsent(scan.id(), id -> new HashSet<>());
      return (int) orders.stream().filter(before::add).count();
    }
  }
}
