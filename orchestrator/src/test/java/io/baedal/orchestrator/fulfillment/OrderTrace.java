package io.baedal.orchestrator.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderCancellationRefused.Reason;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.orchestrator.correlation.CancelOrder;
import io.baedal.orchestrator.fulfillment.OrderBook.Effect;
import io.baedal.orchestrator.fulfillment.PlayedOrder.By;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is published of orders, and what is left of them. */
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

  /** Whether a cancel was accepted, once, and nobody was told anything else. */
  void assertAccepted(PlayedOrder order, By by) {
    assertThat(changes(order.id()))
        .filteredOn(change -> change.status() == OrderStatus.CANCELLATION_REQUESTED)
        .extracting(OrderStatusChanged::reason)
        .containsExactly(by.reason());
    assertThat(refusals(order.id())).isEmpty();
    assertThat(order.answersToOperator())
        .isEqualTo(by == By.OPERATOR ? List.of(CancelOrder.Outcome.ACCEPTED) : List.of());
  }

  /** Whether a cancel was refused, once: to a customer by an event, to an operator at once. */
  void assertRefused(PlayedOrder order, By by, Reason reason) {
    assertThat(timeline(order.id())).doesNotContain(OrderStatus.CANCELLATION_REQUESTED);
    if (by == By.CUSTOMER) {
      assertThat(refusals(order.id())).containsExactly(reason);
      assertThat(order.answersToOperator()).isEmpty();
    } else {
      assertThat(refusals(order.id())).isEmpty();
      assertThat(order.answersToOperator())
          .containsExactly(CancelOrder.Outcome.valueOf(reason.name().replace("ALREADY_", "")));
    }
  }

  /** Whether the order has ended so, all is done or all undone, and nothing is left anywhere. */
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
    // delivered, or found to be late, behind the commit that made it so
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
