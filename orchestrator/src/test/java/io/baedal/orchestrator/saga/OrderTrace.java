package io.baedal.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderCancellationRefused.Reason;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.orchestrator.saga.OrderDriver.By;
import io.baedal.orchestrator.saga.OrderEffects.Effect;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and asserts the published events of orders and the data that remains after their end. */
final class OrderTrace {

  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private ObjectProvider<ScriptedWorkers> workers;
  @Autowired private DeliverParkedMessages parkedMessages;
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectMapper json;

  /** The changes of status in the order of their publication, numbered without a gap. */
  List<OrderStatusChanged> changes(UUID orderId) {
    List<OrderStatusChanged> changes =
        published(orderId, "io.baedal.order-status.changed.v1", OrderStatusChanged.class);
    assertThat(changes)
        .extracting(OrderStatusChanged::sequence)
        .isEqualTo(IntStream.rangeClosed(1, changes.size()).boxed().toList());
    return changes;
  }

  List<OrderStatus> timeline(UUID orderId) {
    return changes(orderId).stream().map(OrderStatusChanged::status).toList();
  }

  List<Reason> refusals(UUID orderId) {
    return published(
            orderId,
            "io.baedal.order-status.cancellation-refused.v1",
            OrderCancellationRefused.class)
        .stream()
        .map(OrderCancellationRefused::reason)
        .toList();
  }

  /** Delivers the order's parked messages without the pauses between two tries. */
  void awaitNoParkedMessages(UUID orderId) {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              jdbc.sql("UPDATE parked_messages SET tried_at = now() - interval '10 s'").update();
              parkedMessages.sweep();
              return parked(orderId) == 0;
            });
  }

  /** Asserts that a cancel was accepted once and had no other answer. */
  void assertAccepted(OrderDriver order, By by) {
    assertThat(changes(order.id()))
        .filteredOn(change -> change.status() == OrderStatus.CANCELLATION_REQUESTED)
        .extracting(OrderStatusChanged::reason)
        .containsExactly(by.reason());
    assertThat(refusals(order.id())).isEmpty();
    assertThat(order.operatorOutcomes())
        .isEqualTo(by == By.OPERATOR ? List.of(DecideOnCancellation.Outcome.ACCEPTED) : List.of());
  }

  /**
   * Asserts that a cancel was refused once: for a customer by an event, for an operator directly.
   */
  void assertRefused(OrderDriver order, By by, Reason reason) {
    assertThat(timeline(order.id())).doesNotContain(OrderStatus.CANCELLATION_REQUESTED);
    if (by == By.CUSTOMER) {
      assertThat(refusals(order.id())).containsExactly(reason);
      assertThat(order.operatorOutcomes()).isEmpty();
    } else {
      assertThat(refusals(order.id())).isEmpty();
      assertThat(order.operatorOutcomes())
          .containsExactly(
              DecideOnCancellation.Outcome.valueOf(reason.name().replace("ALREADY_", "")));
    }
  }

  /**
   * Asserts that the order has this end, that all steps were done or all undone, and that the
   * engine has no data of it.
   */
  void assertEnded(UUID orderId, OrderStatus end) {
    assertThat(workers.getObject().effects(orderId).current())
        .isEqualTo(
            end == OrderStatus.DELIVERED
                ? EnumSet.allOf(Effect.class)
                : EnumSet.noneOf(Effect.class));
    assertThat(timeline(orderId)).last().isEqualTo(end);
    assertThat(runtime.createExecutionQuery().count()).isZero();
    assertThat(runtime.createEventSubscriptionQuery().count()).isZero();
    assertThat(runtime.createIncidentQuery().count()).isZero();
    assertThat(management.createJobQuery().processDefinitionKey(ProcessNames.PROCESS).count())
        .isZero();
    // delivered or discarded as late, after the commit that caused it
    await().atMost(Duration.ofMinutes(2)).until(() -> parked(orderId) == 0);
  }

  long parked(UUID orderId) {
    return jdbc.sql("SELECT count(*) FROM parked_messages WHERE order_id = ?")
        .param(orderId)
        .query(Long.class)
        .single();
  }

  private <T> List<T> published(UUID orderId, String type, Class<T> event) {
    return jdbc
        .sql("SELECT payload FROM outbox WHERE order_id = ? AND type = ? ORDER BY id")
        .params(orderId, type)
        .query(String.class)
        .list()
        .stream()
        .map(payload -> read(payload, event))
        .toList();
  }

  private <T> T read(String payload, Class<T> event) {
    try {
      return json.readValue(payload, event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
