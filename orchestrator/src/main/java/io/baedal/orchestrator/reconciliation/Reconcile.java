package io.baedal.orchestrator.reconciliation;

import io.baedal.orchestrator.OrchestratorProperties;
import io.baedal.orchestrator.reconciliation.ChangeLog.Change;
import io.baedal.orchestrator.reconciliation.ChangeLog.Position;
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
 * One run of the reconciliation: looks again at the orders on which there is disagreement, then at
 * those that changed anywhere in the spans of the walks under way. A run is bounded in pages and in
 * time, and whatever it leaves is the next one's. If one of the sides does not answer, it ends.
 */
@Component
class Reconcile {

  /** With more than these there is one cause, and more of them would not help to find it. */
  static final int MOST_KEPT = 10_000;

  private static final Logger log = LoggerFactory.getLogger(Reconcile.class);
  private static final Duration LONGEST_RUN = Duration.ofSeconds(30);

  /** Longer than a run and the slowest of pages, which is nine calls of 6 s, each made twice. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  private static final int LOOKED_AT_AGAIN = 10 * Ledger.MOST;
  private static final Duration LOOKS_BACK_EVERY = Duration.ofDays(1);

  private final CompareOrders compareOrders;
  private final Disagreements disagreements;
  private final Walks walks;
  private final TreeMap<String, ChangeLog> sources = new TreeMap<>();
  private final OrchestratorProperties.Reconciliation settings;
  private final Clock clock;

  Reconcile(
      CompareOrders compareOrders,
      Disagreements disagreements,
      Walks walks,
      List<ChangeLog> sources,
      OrchestratorProperties properties,
      Clock clock) {
    this.compareOrders = compareOrders;
    this.disagreements = disagreements;
    this.walks = walks;
    this.settings = properties.reconciliation();
    this.clock = clock;
    sources.forEach(source -> this.sources.put(source.name(), source));
  }

  /** Runs once, unless another replica does. */
  void run() {
    walks.lease(LEASE).ifPresent(this::runUntil);
  }

  private void runUntil(Instant leased) {
    try {
      var seen = new Seen();
      Instant deadline = clock.instant().plus(LONGEST_RUN);
      lookAgain(seen.compared, deadline);
      beginWalks();
      walk(seen, deadline);
    } catch (LedgerUnavailable unavailable) {
      log.warn("reconciliation waits: {}", unavailable.getMessage());
      walks.fail(String.valueOf(unavailable.getMessage()));
    } catch (RuntimeException failed) {
      // whoever waits for the walk is to know; the next run tries the same page again
      walks.fail("failed: " + failed.getClass().getSimpleName());
      throw failed;
    } finally {
      walks.release(leased);
    }
  }

  /** Takes half of the time at most, so that the walks go on too. */
  private void lookAgain(Set<UUID> compared, Instant deadline) {
    Instant begun = clock.instant();
    Instant half = begun.plus(Duration.between(begun, deadline).dividedBy(2));
    while (compared.size() < LOOKED_AT_AGAIN && clock.instant().isBefore(half)) {
      List<UUID> orders = disagreements.notSeenSince(begun, Ledger.MOST);
      if (orders.isEmpty()) {
        return;
      }
      compareOrders.compare(orders);
      disagreements.looked(orders, clock.instant());
      compared.addAll(orders);
    }
  }

  private void beginWalks() {
    Instant now = clock.instant();
    Instant settled = now.minus(settings.age());
    Optional<Walk> window = walks.last(Walk.Kind.WINDOW);
    Instant from = window.map(Walk::spanTo).orElse(settled);
    // another replica's clock may be ahead, and a changed setting may have set ours back
    if (window.map(last -> last.endedAt() != null).orElse(true) && !from.isAfter(settled)) {
      walks.begin(Walk.Kind.WINDOW, from, settled);
    }
    Optional<Walk> lookBack = walks.last(Walk.Kind.LOOK_BACK);
    if (lookBack.map(last -> isOver(last, now)).orElse(true)) {
      walks.begin(Walk.Kind.LOOK_BACK, now.minus(settings.lookBack()), settled);
    }
  }

  private static boolean isOver(Walk lookBack, Instant now) {
    return lookBack.endedAt() != null && lookBack.askedAt().plus(LOOKS_BACK_EVERY).isBefore(now);
  }

  private void walk(Seen seen, Instant deadline) {
    for (int page = 0; page < settings.pagesPerRun(); page++) {
      Optional<Walk> walk = walks.next();
      if (walk.isEmpty() || clock.instant().isAfter(deadline) || tooManyStand()) {
        return;
      }
      step(walk.get(), seen);
    }
  }

  /** Reads one page of one source, and compares those of its orders that this run has not yet. */
  private void step(Walk walk, Seen seen) {
    ChangeLog source = sources.getOrDefault(walk.source(), sources.firstEntry().getValue());
    List<Change> page = source.next(walk.position(), walk.spanTo());
    List<UUID> orders = page.stream().map(Change::orderId).distinct().toList();
    List<UUID> notYet = orders.stream().filter(seen.compared::add).toList();
    if (!notYet.isEmpty()) {
      compareOrders.compare(notYet);
    }
    int more = seen.countMore(walk, orders);
    if (page.size() < ChangeLog.PAGE) {
      @Nullable String next =
          Optional.ofNullable(sources.higherEntry(source.name()))
              .map(Map.Entry::getKey)
              .orElse(null);
      walks.advance(walk, next, Position.before(walk.spanFrom()), more);
    } else {
      Position position = Position.behind(page.get(page.size() - 1));
      walks.advance(walk, source.name(), position, more);
    }
  }

  private boolean tooManyStand() {
    long stand = disagreements.count().values().stream().mapToLong(Long::longValue).sum();
    if (stand < MOST_KEPT) {
      return false;
    }
    log.warn("reconciliation looks for no more disagreements: {} stand", stand);
    walks.fail(stand + " disagreements stand: it looks for no more");
    return true;
  }

  /** What a run has compared; an order counts for each of the walks that come by. */
  private static final class Seen {

    final Set<UUID> compared = new HashSet<>();
    private final Map<UUID, Set<UUID>> counted = new HashMap<>();

    int countMore(Walk walk, List<UUID> orders) {
      Set<UUID> before = counted.computeIfAbsent(walk.id(), id -> new HashSet<>());
      return (int) orders.stream().filter(before::add).count();
    }
  }
}
