package io.baedal.orchestrator.operations.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The number of open disagreements, NaN while the database does not answer, and the time since the
 * last full comparison. They are read in the background, so that no scrape waits for the database.
 */
@Component
class ReconciliationMetrics implements MeterBinder {

  private final Disagreements disagreements;
  private final Scans scans;
  private final Clock clock;
  private final Instant started;
  private volatile @Nullable Map<Kind, Long> open;
  private volatile Instant compared;

  ReconciliationMetrics(Disagreements disagreements, Scans scans, Clock clock) {
    this.disagreements = disagreements;
    this.scans = scans;
    this.clock = clock;
    this.started = clock.instant();
    this.compared = started;
  }

  @Scheduled(fixedDelayString = "PT10S")
  void read() {
    try {
      open = disagreements.count();
      compared = scans.last(Scan.Kind.WINDOW).map(this::upTo).orElse(started);
    } catch (DataAccessException | TransactionException unreachable) {
      open = null;
    }
  }

  /** While a window is in progress, everything before it has been compared. */
  private Instant upTo(Scan window) {
    return window.endedAt() == null ? window.askedAt() : window.endedAt();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Kind kind : Kind.values()) {
      Gauge.builder("baedal.disagreements", this, metrics -> metrics.open(kind))
          .description("Orders on which the services disagree")
          .tag("kind", kind.name())
          .register(registry);
    }
    TimeGauge.builder(
            "baedal.reconciliation.age", this, TimeUnit.SECONDS, ReconciliationMetrics::age)
        .description("Time since orders were last compared")
        .register(registry);
  }

  private double open(Kind kind) {
    Map<Kind, Long> known = open;
    return known == null ? Double.NaN : known.getOrDefault(kind, 0L);
  }

  private double age() {
    return Duration.between(compared, clock.instant()).toSeconds();
  }
}
