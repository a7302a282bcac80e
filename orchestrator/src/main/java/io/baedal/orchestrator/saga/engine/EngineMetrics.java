package io.baedal.orchestrator.saga.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The engine's load as meters, which Camunda 7.24 does not provide; NaN while the database does not
 * answer. It is read in the background, so that no scrape waits for a connection.
 */
@Component
class EngineMetrics implements MeterBinder {

  private static final Load UNKNOWN = new Load(Double.NaN, Double.NaN, Double.NaN);

  private final RuntimeService runtime;
  private final ManagementService management;
  private volatile Load load = UNKNOWN;

  EngineMetrics(RuntimeService runtime, ManagementService management) {
    this.runtime = runtime;
    this.management = management;
  }

  @Scheduled(fixedDelayString = "PT10S")
  void read() {
    try {
      load =
          new Load(
              runtime.createProcessInstanceQuery().count(),
              runtime.createIncidentQuery().count(),
              management.createJobQuery().executable().count());
    } catch (ProcessEngineException | TransactionException unreachable) {
      load = UNKNOWN;
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "baedal.engine.orders.running", "Orders whose process runs", Load::orders);
    gauge(
        registry,
        "baedal.engine.incidents.open",
        "Incidents that wait for an operator",
        Load::incidents);
    gauge(registry, "baedal.engine.jobs.due", "Jobs that could run now", Load::jobsDue);
  }

  private void gauge(
      MeterRegistry registry, String name, String text, ToDoubleFunction<Load> value) {
    Gauge.builder(name, this, metrics -> value.applyAsDouble(metrics.load))
        .description(text)
        .register(registry);
  }

  private record Load(double orders, double incidents, double jobsDue) {}
}
