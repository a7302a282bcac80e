package io.baedal.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.ReasonCode;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class OrderMetricsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final OrderMetrics metrics = new OrderMetrics(registry);

  @BeforeEach
  void begin() {
    TransactionSynchronizationManager.initSynchronization();
  }

  @AfterEach
  void end() {
    TransactionSynchronizationManager.clear();
  }

  @Test
  void hasEveryStatusFromTheStart() {
    assertThat(registry.get("baedal.orders.changes").counters())
        .hasSize(OrderStatus.values().length)
        .allMatch(counter -> counter.count() == 0);
    assertThat(registry.get("baedal.orders.ended").timers()).hasSize(6);
  }

  @Test
  void countsAChangeOnlyWhenItIsCommitted() {
    metrics.changed(OrderStatus.PLACED, null, Duration.ZERO);
    assertThat(changes(OrderStatus.PLACED)).isZero();

    commit();
    assertThat(changes(OrderStatus.PLACED)).isEqualTo(1);
  }

  @Test
  void timesAnOrderThatEnded() {
    metrics.changed(OrderStatus.DELIVERED, null, Duration.ofMinutes(20));
    metrics.changed(OrderStatus.REJECTED, ReasonCode.STORE_TIMEOUT, Duration.ofMinutes(10));
    commit();

    assertThat(ended("DELIVERED", "NONE").totalTime(TimeUnit.MINUTES)).isEqualTo(20);
    assertThat(ended("REJECTED", "STORE_TIMEOUT").totalTime(TimeUnit.MINUTES)).isEqualTo(10);
    assertThat(ended("REJECTED", "STORE_REJECTED").count()).isZero();
  }

  @Test
  void countsAnOrderThatWasPlacedByAClockAhead() {
    metrics.changed(OrderStatus.DELIVERED, null, Duration.ofSeconds(-1));
    commit();

    assertThat(ended("DELIVERED", "NONE").count()).isEqualTo(1);
  }

  private static void commit() {
    TransactionSynchronizationManager.getSynchronizations()
        .forEach(TransactionSynchronization::afterCommit);
  }

  private double changes(OrderStatus status) {
    return registry.get("baedal.orders.changes").tag("status", status.name()).counter().count();
  }

  private Timer ended(String status, String reason) {
    return registry.get("baedal.orders.ended").tag("status", status).tag("reason", reason).timer();
  }
}
