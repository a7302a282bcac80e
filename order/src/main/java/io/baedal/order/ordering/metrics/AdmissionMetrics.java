package io.baedal.order.ordering.metrics;

import io.baedal.order.ordering.AdmitOrder;
import io.baedal.order.ordering.Backlog;
import io.baedal.order.ordering.Overloaded;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** The numbers of waiting orders and of refused orders. */
@Component
class AdmissionMetrics implements MeterBinder {

  private final AdmitOrder admitOrder;
  private final Backlog backlog;

  AdmissionMetrics(AdmitOrder admitOrder, Backlog backlog) {
    this.admitOrder = admitOrder;
    this.backlog = backlog;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("baedal.orders.waiting", backlog, Backlog::size)
        .description("Waiting orders, up to the limit")
        .register(registry);
    for (Overloaded.Cause cause : Overloaded.Cause.values()) {
      FunctionCounter.builder("baedal.orders.refused", admitOrder, orders -> orders.refused(cause))
          .description("Orders refused because of overload")
          .tag("cause", cause.name())
          .register(registry);
    }
  }
}
