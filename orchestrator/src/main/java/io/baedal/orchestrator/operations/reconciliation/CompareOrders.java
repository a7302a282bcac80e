package io.baedal.orchestrator.operations.reconciliation;

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

/** Compares what all sources report for some orders, and stores the disagreements. */
@Component
class CompareOrders {

  private static final Logger log = LoggerFactory.getLogger(CompareOrders.class);

  private final StateSources sources;
  private final Disagreements disagreements;
  private final Duration age;
  private final Clock clock;

  CompareOrders(
      StateSources sources,
      Disagreements disagreements,
      OrchestratorProperties properties,
      Clock clock) {
    this.sources = sources;
    this.disagreements = disagreements;
    this.age = properties.reconciliation().age();
    this.clock = clock;
  }

  /**
   * Compares up to {@link StateSource#MOST} orders. Orders that changed recently are skipped: that
   * change makes a later run compare them, when the other sources have had time to learn of it.
   */
  void compare(List<UUID> orders) {
    // before the sources are read: a change from now on counts as recent
    Instant now = clock.instant().truncatedTo(MICROS);
    List<UUID> judged = new ArrayList<>();
    List<Disagreement> found = new ArrayList<>();
    for (OrderStates states : sources.of(orders)) {
      if (states.changedSince(now.minus(age))) {
        continue;
      }
      judged.add(states.orderId());
      Map<String, String> said = states.said();
      Rules.broken(states)
          .forEach(kind -> found.add(new Disagreement(states.orderId(), kind, said, now, now)));
    }
    if (!judged.isEmpty()) {
      disagreements.keep(judged, found, now).forEach(CompareOrders::warn);
    }
  }

  private static void warn(Disagreement news) {
    try (var ignored = MDC.putCloseable("orderId", news.orderId().toString())) {
      log.warn("disagreement {} on order {}: {}", news.kind(), news.orderId(), news.sides());
    }
  }
}
