package io.baedal.orchestrator.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The engine's load as meters, which Camunda 7.24 does not bring itself. */
@Component
class EngineMetrics implements MeterBinder {

  private final RuntimeService runtime;
  private final ManagementService management;

  EngineMetrics(RuntimeService runtime, ManagementService management) {
    this.runtime = runtime;
    this.management = management;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(
        registry,
        "baedal.engine.orders.running",
        "Orders whose process runs",
        metrics -> metrics.runtime.createProcessInstanceQuery().count());
    gauge(
        registry,
        "baedal.engine.incidents.open",
        "Incidents that wait for an operator",
        metrics -> metrics.runtime.createIncidentQuery().count());
    gauge(
        registry,
        "baedal.engine.jobs.due",
        "Jobs that could run now",
        metrics -> metrics.management.createJobQuery().executable().count());
  }

  private void gauge(
      MeterRegistry registry, String name, String text, ToDoubleFunction<EngineMetrics> value) {
    Gauge.builder(name, this, value).description(text).register(registry);
  }
}
