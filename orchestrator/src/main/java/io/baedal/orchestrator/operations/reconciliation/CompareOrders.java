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
   * Compares up to {@link StateSource#MOST} orders. Orders that changed recently are skipped;
   * because of the change, a later run compares them.
   */
  void compare(List<UUID> orders) {
    // before the sources are read, so that any later change counts as recent
    Instant now = clock.instant().truncatedTo(MICROS);
    List<UUID> compared = new ArrayList<>();
    List<Disagreement> found = new ArrayList<>();
    for (OrderStates states : sources.of(orders)) {
      if (states.changedSince(now.minus(age))) {
        continue;
      }
      compared.add(states.orderId());
      Map<String, String> texts = states.describe();
      Rules.broken(states)
          .forEach(kind -> found.add(new Disagreement(states.orderId(), kind, texts, now, now)));
    }
    if (!compared.isEmpty()) {
      disagreements.store(compared, found, now).forEach(CompareOrders::warn);
    }
  }

  private static void warn(Disagreement added) {
    try (var ignored = MDC.putCloseable("orderId", added.orderId().toString())) {
      log.warn("disagreement {} on order {}: {}", added.kind(), added.orderId(), added.sources());
    }
  }
}
