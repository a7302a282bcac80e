package io.baedal.orchestrator.reconciliation;

import static java.time.temporal.ChronoUnit.MICROS;

import io.baedal.orchestrator.OrchestratorProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Compares what all say of some orders, and keeps on which they do not agree. */
@Component
class CompareOrders {

  private static final Logger log = LoggerFactory.getLogger(CompareOrders.class);

  private final Ledgers ledgers;
  private final Disagreements disagreements;
  private final Duration age;
  private final Clock clock;

  CompareOrders(
      Ledgers ledgers,
      Disagreements disagreements,
      OrchestratorProperties properties,
      Clock clock) {
    this.ledgers = ledgers;
    this.disagreements = disagreements;
    this.age = properties.reconciliation().age();
    this.clock = clock;
  }

  /**
   * Compares up to {@link Ledger#MOST} orders. One that has changed lately is passed over: that
   * change brings it here again when the others have had time to hear of it.
   */
  void compare(List<UUID> orders) {
    // before the sides are read: whatever changes from now on counts as late
    Instant now = clock.instant().truncatedTo(MICROS);
    List<UUID> judged = new ArrayList<>();
    List<Disagreement> found = new ArrayList<>();
    for (Sides sides : ledgers.of(orders)) {
      if (sides.changedSince(now.minus(age))) {
        continue;
      }
      judged.add(sides.orderId());
      Map<String, String> said = sides.said();
      Rules.broken(sides)
          .forEach(kind -> found.add(new Disagreement(sides.orderId(), kind, said, now, now)));
    }
    if (!judged.isEmpty()) {
      disagreements.keep(judged, found, now).forEach(CompareOrders::tell);
    }
  }

  private static void tell(Disagreement news) {
    try (var ignored = MDC.putCloseable("orderId", news.orderId().toString())) {
      log.warn("disagreement {} on order {}: {}", news.kind(), news.orderId(), news.sides());
    }
  }
}
