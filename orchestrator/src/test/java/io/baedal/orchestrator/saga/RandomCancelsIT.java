package io.baedal.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.Orders;
import io.baedal.orchestrator.saga.OrderEffects.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Many orders at once on the real job executor, each cancelled at a random moment. */
@OrchestratorTest
@TestPropertySource(
    properties = {
      "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=R20/PT0.2S",
      "camunda.bpm.job-execution.enabled=true"
    })
@Import({RandomCancelsIT.Workers.class, FakeWorkers.class})
class RandomCancelsIT {

  private static final long SEED = Long.getLong("cancels.seed", 20_240_229);
  private static final int ORDERS = 80;

  @Autowired RandomWorkers workers;
  @Autowired RuntimeService runtime;
  @Autowired JdbcClient jdbc;

  static IntStream rounds() {
    return IntStream.rangeClosed(1, Integer.getInteger("cancels.rounds", 1));
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void everyOrderIsDeliveredOrFullyUndone(int round) {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      OrderPlaced order = OrderFixture.order();
      ids.add(order.orderId());
      workers.later(() -> workers.send(order));
      // some are not cancelled: on a slow machine every cancel may arrive before the pick-up
      if (i % 10 > 0) {
        workers.later(() -> cancelLater(order.orderId()));
      }
    }

    whileOrdersRun(ids);
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(ids).allMatch(this::ended));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> runtime.createProcessInstanceQuery().count() == 0);
    assertThat(ids).allSatisfy(this::assertConsistent);
    // otherwise the run did not cover both outcomes
    assertThat(ids).anyMatch(id -> status(id).equals("DELIVERED"));
    assertThat(ids).anyMatch(id -> status(id).equals("CANCELLED"));
  }

  /** Called after the orders are placed; does nothing here. */
  void whileOrdersRun(List<UUID> ids) {}

  boolean ended(UUID id) {
    return status(id).matches("DELIVERED|CANCELLED");
  }

  private void cancelLater(UUID id) {
    workers.later(
        () ->
            workers.later(
                () -> workers.send(new OrderCancellationRequested(id, null, Instant.EPOCH))));
  }

  private void assertConsistent(UUID id) {
    String status = status(id);
    if (status.equals("CANCELLED")) {
      assertThat(workers.effectsOf(id)).isEmpty();
    } else {
      assertThat(workers.effectsOf(id)).isEqualTo(EnumSet.allOf(Effect.class));
    }
    List<Integer> sequence =
        jdbc.sql(
                """
                SELECT (payload::jsonb ->> 'sequence')::int FROM outbox
                WHERE order_id = ? AND type = 'io.baedal.order-status.changed.v1' ORDER BY id
                """)
            .param(id)
            .query(Integer.class)
            .list();
    for (int i = 0; i < sequence.size(); i++) {
      assertThat(sequence.get(i)).isEqualTo(i + 1);
    }
  }

  private String status(UUID id) {
    return Orders.status(id, jdbc);
  }

  @TestConfiguration
  static class Workers {
    @Bean
    RandomWorkers randomWorkers(ObjectProvider<ReceiveEvent> receive) {
      return new RandomWorkers(receive, SEED);
    }
  }
}
