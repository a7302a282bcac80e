package io.baedal.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.baedal.messaging.event.DeliveryCompleted;
import io.baedal.messaging.event.DeliveryPickedUp;
import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.StoreAccepted;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.management.Metrics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Jobs that process starts and messages create are run without a search of the job executor. */
@OrchestratorTest
@TestPropertySource(
    properties = {
      // one search at the start, then only after a notification; shorter than the store's deadline,
      // since the engine sends a notification for timers that are due within this time
      "camunda.bpm.job-execution.wait-time-in-millis=300000",
      "camunda.bpm.job-execution.max-wait=300000",
      "camunda.bpm.job-execution.enabled=true"
    })
class HandOverIT {

  @MockitoBean PaymentWorker payments;
  @MockitoBean StoreWorker stores;
  @MockitoBean DeliveryWorker deliveries;

  @Autowired ReceiveEvent receive;
  @Autowired ProcessEngine engine;
  @Autowired JdbcClient jdbc;

  @Test
  void anOrderIsDeliveredWithoutASearchForItsJobs() {
    when(payments.approve(any())).thenReturn(PaymentWorker.Approval.APPROVED);
    await().atMost(Duration.ofMinutes(2)).until(() -> searches() > 0);
    long before = searches();

    OrderPlaced order = OrderFixture.order();
    UUID id = order.orderId();
    receiveOne(order);
    awaitStatus(id, "STORE_REQUESTED");
    receiveOne(new StoreAccepted(id, order.storeId(), Instant.EPOCH));
    awaitStatus(id, "DELIVERY_STARTED");
    receiveOne(new DeliveryPickedUp(id, Instant.EPOCH));
    receiveOne(new DeliveryCompleted(id, Instant.EPOCH));
    awaitStatus(id, "DELIVERED");

    assertThat(searches()).isEqualTo(before);
  }

  @Test
  void severalOrdersOfOneTransactionAreAllDelivered() {
    when(payments.approve(any())).thenReturn(PaymentWorker.Approval.APPROVED);
    List<OrderPlaced> placed =
        List.of(OrderFixture.order(), OrderFixture.order(), OrderFixture.order());

    receive.all(OrderFixture.received(placed.toArray(DomainEvent[]::new)));

    placed.forEach(order -> awaitStatus(order.orderId(), "STORE_REQUESTED"));
  }

  private long searches() {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getMetricsRegistry()
        .getDbMeterByName(Metrics.JOB_ACQUISITION_ATTEMPT)
        .get();
  }

  private void receiveOne(DomainEvent event) {
    receive.all(OrderFixture.received(event));
  }

  private void awaitStatus(UUID id, String status) {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(Orders.status(id, jdbc)).isEqualTo(status));
  }
}
