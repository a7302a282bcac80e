package io.baedal.orchestrator.operations.stuck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.test.AtOnce;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.Orders;
import io.baedal.orchestrator.operations.acts.Instruction;
import io.baedal.orchestrator.operations.acts.OperatorAct.Kind;
import io.baedal.orchestrator.operations.acts.OperatorActs;
import io.baedal.orchestrator.operations.stuck.FailingStep.State;
import io.baedal.orchestrator.saga.DeliveryWorker;
import io.baedal.orchestrator.saga.PaymentWorker;
import io.baedal.orchestrator.saga.ReceiveEvent;
import io.baedal.orchestrator.saga.Step;
import io.baedal.orchestrator.saga.StoreWorker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Requests of operators that race with each other and with the job executor. */
@OrchestratorTest
@TestPropertySource(
    properties = {
      "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=R1/PT1H",
      "camunda.bpm.job-execution.enabled=true"
    })
@Import(StuckOrderRacesIT.Provider.class)
class StuckOrderRacesIT {

  private static final Instruction WHY = new Instruction("operator", "a test");

  @MockitoBean StoreWorker stores;
  @MockitoBean DeliveryWorker deliveries;

  @Autowired FakeProvider provider;
  @Autowired ReceiveEvent receive;
  @Autowired StuckOrders stuck;
  @Autowired RetryStuckOrders retryStuckOrders;
  @Autowired SettleStep settleStep;
  @Autowired OperatorActs acts;
  @Autowired JdbcClient jdbc;

  private final OrderPlaced order = OrderFixture.order();
  private final UUID id = order.orderId();

  @BeforeEach
  void theRefundIsStuck() {
    when(deliveries.recall(any())).thenReturn(DeliveryWorker.Recall.RECALLED);
    receive(order);
    receive(new OrderCancellationRequested(id, null, Instant.EPOCH));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> stuck.of(id).stream().anyMatch(failing -> failing.state() == State.STUCK));
    assertThat(provider.calls(id)).isOne();
    provider.recover(id);
  }

  @Test
  void aStepIsNotSettledWhileItIsBeingTried() {
    CountDownLatch answer = provider.answerLater(id);
    assertThat(retryStuckOrders.retry(id, WHY)).isEqualTo(RetryStuckOrders.Outcome.RETRIED);
    await().atMost(Duration.ofMinutes(2)).until(() -> provider.calls(id) == 2);

    assertThat(settle()).isEqualTo(SettleStep.Result.BEING_TRIED);
    assertThat(retryStuckOrders.retry(id, WHY)).isEqualTo(RetryStuckOrders.Outcome.BEING_TRIED);
    answer.countDown();

    awaitCancelled();
    assertThat(provider.calls(id)).isEqualTo(2);
    assertThat(kinds()).containsExactly(Kind.RETRY);
    assertThat(settle()).isEqualTo(SettleStep.Result.NOT_STUCK);
  }

  @RepeatedTest(5)
  void onlyOneOfManySettlementsWins() throws Exception {
    List<SettleStep.Result> results =
        AtOnce.run(this::settle, this::settle, this::settle, this::settle);

    assertThat(results).containsOnlyOnce(SettleStep.Result.SETTLED);
    assertThat(results)
        .isSubsetOf(
            SettleStep.Result.SETTLED,
            SettleStep.Result.SETTLED_BEFORE,
            SettleStep.Result.NOT_STUCK);
    awaitCancelled();
    assertThat(provider.calls(id)).isOne();
    assertThat(kinds()).containsExactly(Kind.SETTLE);
  }

  @RepeatedTest(10)
  void eitherASettlementOrARetryWins() throws Exception {
    List<Object> results = AtOnce.run(this::settle, () -> retryStuckOrders.retry(id, WHY));

    awaitCancelled();
    if (results.get(0) == SettleStep.Result.SETTLED) {
      assertThat(results.get(1))
          .isIn(RetryStuckOrders.Outcome.SETTLED_BEFORE, RetryStuckOrders.Outcome.NOT_STUCK);
      assertThat(provider.calls(id)).isOne();
      assertThat(kinds()).containsExactly(Kind.SETTLE);
    } else {
      assertThat(results.get(0)).isIn(SettleStep.Result.BEING_TRIED, SettleStep.Result.NOT_STUCK);
      assertThat(results.get(1)).isEqualTo(RetryStuckOrders.Outcome.RETRIED);
      assertThat(provider.calls(id)).isEqualTo(2);
      assertThat(kinds()).containsExactly(Kind.RETRY);
    }
  }

  private SettleStep.Result settle() {
    return settleStep.settle(id, Step.CANCEL_PAYMENT, Step.Outcome.DONE, WHY);
  }

  private void awaitCancelled() {
    await().atMost(Duration.ofMinutes(2)).until(() -> Orders.status(id, jdbc).equals("CANCELLED"));
  }

  private List<Kind> kinds() {
    return acts.find(id, null, null, 20).items().stream().map(act -> act.act()).toList();
  }

  private void receive(DomainEvent event) {
    receive.all(OrderFixture.received(event));
  }

  /** A provider that refuses the refunds of an order until it has recovered. */
  static class FakeProvider implements PaymentWorker {

    private final Map<UUID, Integer> calls = new ConcurrentHashMap<>();
    private final Map<UUID, CountDownLatch> answers = new ConcurrentHashMap<>();
    private final Map<UUID, Boolean> recovered = new ConcurrentHashMap<>();

    @Override
    public Approval approve(OrderPlaced order) {
      return Approval.APPROVED;
    }

    @Override
    public void cancel(UUID orderId) {
      calls.merge(orderId, 1, Integer::sum);
      if (!recovered.containsKey(orderId)) {
        throw new IllegalStateException("provider refuses");
      }
      CountDownLatch answer = answers.get(orderId);
      if (answer != null) {
        try {
          answer.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    void recover(UUID orderId) {
      recovered.put(orderId, true);
    }

    CountDownLatch answerLater(UUID orderId) {
      return answers.computeIfAbsent(orderId, any -> new CountDownLatch(1));
    }

    int calls(UUID orderId) {
      return calls.getOrDefault(orderId, 0);
    }
  }

  @TestConfiguration
  static class Provider {
    @Bean
    @Primary
    FakeProvider fakeProvider() {
      return new FakeProvider();
    }
  }
}
