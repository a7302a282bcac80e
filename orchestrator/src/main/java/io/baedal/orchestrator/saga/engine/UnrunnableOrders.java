package io.baedal.orchestrator.saga.engine;

import io.baedal.orchestrator.saga.RunnableVersions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * How many orders this instance leaves to others, because it does not know their version of the
 * process; NaN while the database does not answer. If it is above zero for all instances, these
 * orders are stuck.
 */
@Component
class UnrunnableOrders implements MeterBinder {

  private final RuntimeService runtime;
  private final RunnableVersions versions;
  private volatile double orders = Double.NaN;

  UnrunnableOrders(RuntimeService runtime, RunnableVersions versions) {
    this.runtime = runtime;
    this.versions = versions;
  }

  @Scheduled(fixedDelayString = "PT10S")
  void read() {
    try {
      orders = versions.others().stream().mapToLong(this::running).sum();
    } catch (ProcessEngineException | TransactionException unreachable) {
      orders = Double.NaN;
    }
  }

  private long running(String definitionId) {
    return runtime.createProcessInstanceQuery().processDefinitionId(definitionId).count();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("baedal.orders.unrunnable", this, metrics -> metrics.orders)
        .description("Orders on versions of the process that this instance does not know")
        .register(registry);
  }
}
