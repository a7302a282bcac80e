package io.baedal.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderCancellationRefused.Reason;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.orchestrator.saga.OrderBook.Effect;
import io.baedal.orchestrator.saga.PlayedOrder.By;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events that are published for orders, and the data that remains of them. */
final class OrderTrace {

  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private ScriptedWorkers workers;
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

  /** Asserts that a cancel was accepted once and had no other answer. */
  void assertAccepted(PlayedOrder order, By by) {
    assertThat(changes(order.id()))
        .filteredOn(change -> change.status() == OrderStatus.CANCELLATION_REQUESTED)
        .extracting(OrderStatusChanged::reason)
        .containsExactly(by.reason());
    assertThat(refusals(order.id())).isEmpty();
    assertThat(order.answersToOperator())
        .isEqualTo(by == By.OPERATOR ? List.of(DecideOnCancellation.Outcome.ACCEPTED) : List.of());
  }

  /**
   * Asserts that a cancel was refused once: for a customer by an event, for an operator directly.
   */
  void assertRefused(PlayedOrder order, By by, Reason reason) {
    assertThat(timeline(order.id())).doesNotContain(OrderStatus.CANCELLATION_REQUESTED);
    if (by == By.CUSTOMER) {
      assertThat(refusals(order.id())).containsExactly(reason);
      assertThat(order.answersToOperator()).isEmpty();
    } else {
      assertThat(refusals(order.id())).isEmpty();
      assertThat(order.answersToOperator())
          .containsExactly(
              DecideOnCancellation.Outcome.valueOf(reason.name().replace("ALREADY_", "")));
    }
  }

  /** Asserts that the order has this end, with all steps done or all undone and nothing left. */
  void assertEnded(UUID orderId, OrderStatus end) {
    assertThat(workers.book(orderId).effects())
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
