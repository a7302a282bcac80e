package io.baedal.orchestrator.saga;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts changes of status, and measures the time of orders from placement to end, by outcome and
 * reason. Only committed changes count. All series exist from the start: the first increase of a
 * missing series would not be visible.
 */
@Component
public class OrderMetrics {

  private static final String NO_REASON = "NONE";

  /** From simulated orders, which take seconds, to orders with a delayed courier. */
  private static final Duration[] BUCKETS = {
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(10),
    Duration.ofMinutes(20),
    Duration.ofMinutes(30),
    Duration.ofMinutes(45),
    Duration.ofHours(1),
    Duration.ofMinutes(90),
    Duration.ofHours(3)
  };

  private final MeterRegistry registry;

  OrderMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (OrderStatus status : OrderStatus.values()) {
      changes(status);
    }
    ended(OrderStatus.DELIVERED, null);
    ended(OrderStatus.CANCELLED, ReasonCode.CUSTOMER_CANCELLED);
    ended(OrderStatus.CANCELLED, ReasonCode.OPERATOR_CANCELLED);
    ended(OrderStatus.REJECTED, ReasonCode.PAYMENT_DECLINED);
    ended(OrderStatus.REJECTED, ReasonCode.STORE_REJECTED);
    ended(OrderStatus.REJECTED, ReasonCode.STORE_TIMEOUT);
  }

  /**
   * Call in the transaction in which the order reached {@code status}.
   *
   * @param age the time since the order was placed
   */
  public void changed(OrderStatus status, @Nullable ReasonCode reason, Duration age) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            changes(status).increment();
            if (status.ended()) {
              // the clock of the order service may be ahead
              ended(status, reason).record(age.isNegative() ? Duration.ZERO : age);
            }
          }
        });
  }

  private Counter changes(OrderStatus status) {
    return Counter.builder("baedal.orders.changes")
        .description("Orders that entered a status")
        .tag("status", status.name())
        .register(registry);
  }

  private Timer ended(OrderStatus status, @Nullable ReasonCode reason) {
    return Timer.builder("baedal.orders.ended")
        .description("Orders that ended, with the time since they were placed")
        .tag("status", status.name())
        .tag("reason", reason == null ? NO_REASON : reason.name())
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
