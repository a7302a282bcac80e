package io.baedal.orchestrator.operations.stuck;

import io.baedal.orchestrator.saga.Step;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * How many orders are stuck at each step; NaN while the database does not answer. They are read in
 * the background, so that no scrape waits for the database.
 */
@Component
class StuckOrderMetrics implements MeterBinder {

  private final StuckOrders orders;
  private volatile @Nullable Map<Step, Long> stuck;

  StuckOrderMetrics(StuckOrders orders) {
    this.orders = orders;
  }

  @Scheduled(fixedDelayString = "PT10S")
  void read() {
    try {
      stuck = orders.stuckByStep();
    } catch (DataAccessException | TransactionException unreachable) {
      stuck = null;
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Step step : Step.values()) {
      Gauge.builder("baedal.orders.stuck", this, metrics -> metrics.at(step))
          .description("Orders at a step of which all tries have failed")
          .tag("step", step.name())
          .register(registry);
    }
  }

  private double at(Step step) {
    Map<Step, Long> known = stuck;
    return known == null ? Double.NaN : known.getOrDefault(step, 0L);
  }
}
