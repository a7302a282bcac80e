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

  /** More than these have a common cause, and more of them would not help to find it. */
  static final int MOST_KEPT = 10_000;

  private static final Logger log = LoggerFactory.getLogger(Reconcile.class);
  private static final Duration LONGEST_RUN = Duration.ofSeconds(30);

  /** Longer than a run and the slowest page, which is nine calls of 6 s, each made twice. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  private static final int LOOKED_AT_AGAIN = 10 * StateSource.MOST;
  private static final Duration LOOKS_BACK_EVERY = Duration.ofDays(1);

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

  private void runUntil(Instant leased) {
    try {
      var seen = new Seen();
      Instant deadline = clock.instant().plus(LONGEST_RUN);
      lookAgain(seen.compared, deadline);
      beginScans();
      scan(seen, deadline);
    } catch (SourceUnavailable unavailable) {
      log.warn("reconciliation waits: {}", unavailable.getMessage());
      scans.fail(String.valueOf(unavailable.getMessage()));
    } catch (RuntimeException failed) {
      // for the operator who waits for the scan; the next run tries the same page again
      scans.fail("failed: " + failed.getClass().getSimpleName());
      throw failed;
    } finally {
      scans.release(leased);
    }
  }

  /** Takes half of the time at most, so that the scans continue too. */
  private void lookAgain(Set<UUID> compared, Instant deadline) {
    Instant begun = clock.instant();
    Instant half = begun.plus(Duration.between(begun, deadline).dividedBy(2));
    while (compared.size() < LOOKED_AT_AGAIN && clock.instant().isBefore(half)) {
      List<UUID> orders = disagreements.notSeenSince(begun, StateSource.MOST);
      if (orders.isEmpty()) {
        return;
      }
      compareOrders.compare(orders);
      disagreements.looked(orders, clock.instant());
      compared.addAll(orders);
    }
  }

  private void beginScans() {
    Instant now = clock.instant();
    Instant settled = now.minus(settings.age());
    Optional<Scan> window = scans.last(Scan.Kind.WINDOW);
    Instant from = window.map(Scan::spanTo).orElse(settled);
    // another replica's clock may be ahead, and a changed setting may have set ours back
    if (window.map(last -> last.endedAt() != null).orElse(true) && !from.isAfter(settled)) {
      scans.begin(Scan.Kind.WINDOW, from, settled);
    }
    Optional<Scan> lookBack = scans.last(Scan.Kind.LOOK_BACK);
    if (lookBack.map(last -> isOver(last, now)).orElse(true)) {
      scans.begin(Scan.Kind.LOOK_BACK, now.minus(settings.lookBack()), settled);
    }
  }

  private static boolean isOver(Scan lookBack, Instant now) {
    return lookBack.endedAt() != null && lookBack.askedAt().plus(LOOKS_BACK_EVERY).isBefore(now);
  }

  private void scan(Seen seen, Instant deadline) {
    for (int page = 0; page < settings.pagesPerRun(); page++) {
      Optional<Scan> scan = scans.next();
      if (scan.isEmpty() || clock.instant().isAfter(deadline) || tooManyStand()) {
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
    List<UUID> notYet = orders.stream().filter(seen.compared::add).toList();
    if (!notYet.isEmpty()) {
      compareOrders.compare(notYet);
    }
    int more = seen.countMore(scan, orders);
    if (page.size() < ChangeLog.PAGE) {
      @Nullable String next =
          Optional.ofNullable(sources.higherEntry(source.name()))
              .map(Map.Entry::getKey)
              .orElse(null);
      scans.advance(scan, next, Position.before(scan.spanFrom()), more);
    } else {
      Position position = Position.behind(page.get(page.size() - 1));
      scans.advance(scan, source.name(), position, more);
    }
  }

  private boolean tooManyStand() {
    long stand = disagreements.count().values().stream().mapToLong(Long::longValue).sum();
    if (stand < MOST_KEPT) {
      return false;
    }
    log.warn("reconciliation searches for no more disagreements: {} are open", stand);
    scans.fail(stand + " disagreements are open: it searches for no more");
    return true;
  }

  /** The orders that a run has compared; an order counts once for each scan that contains it. */
  private static final class Seen {

    final Set<UUID> compared = new HashSet<>();
    private final Map<UUID, Set<UUID>> counted = new HashMap<>();

    int countMore(Scan scan, List<UUID> orders) {
      Set<UUID> before = counted.computeIfAbsent(scan.id(), id -> new HashSet<>());
      return (int) orders.stream().filter(before::add).count();
    }
  }
}
