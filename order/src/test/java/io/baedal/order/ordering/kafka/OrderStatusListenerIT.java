package io.baedal.order.ordering.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderCancellationRefused.Reason;
import io.baedal.messaging.event.OrderStatus;
import io.baedal.messaging.event.OrderStatusChanged;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.messaging.outbox.Outbox;
import io.baedal.messaging.test.TestPostgres;
import io.baedal.order.ordering.CancelOrder;
import io.baedal.order.ordering.Cancellation;
import io.baedal.order.ordering.FindOrders;
import io.baedal.order.ordering.Order;
import io.baedal.order.ordering.OrderFixture;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.PlaceOrder;
import io.baedal.web.access.Scope;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
    properties = {
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "baedal.messaging.listen=true",
      "baedal.messaging.partitions=1"
    })
@ContextConfiguration(initializers = TestPostgres.class)
@EmbeddedKafka(kraft = true)
@DirtiesContext
class OrderStatusListenerIT {

  @Autowired PlaceOrder placeOrder;
  @Autowired CancelOrder cancelOrder;
  @Autowired FindOrders findOrders;
  @Autowired Outbox outbox;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void consumesARefusalAmongOtherEvents() {
    OrderId id = place();
    cancelOrder.request(id, null, Scope.ALL);
    long before = inboxSize();
    // simulates the orchestrator through this service's own outbox
    transaction.executeWithoutResult(
        tx -> {
          outbox.publish(
              new OrderStatusChanged(
                  id.value(), 1, OrderStatus.PICKED_UP, null, null, "step", OrderFixture.NOON));
          outbox.publish(
              new OrderCancellationRefused(id.value(), Reason.PICKED_UP, OrderFixture.NOON));
        });

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(findOrders.byId(id, Scope.ALL).cancellation())
                    .extracting(Cancellation::refusedBecause)
                    .isEqualTo(Reason.PICKED_UP));
    assertThat(waiting(id)).isEqualTo(1);
    assertThat(inboxSize()).isEqualTo(before + 1);
  }

  @Test
  void consumesTheStartOfTheProcess() {
    OrderId id = place();
    transaction.executeWithoutResult(
        tx ->
            outbox.publish(
                new OrderStatusChanged(
                    id.value(),
                    2,
                    OrderStatus.PAYMENT_APPROVED,
                    null,
                    null,
                    "step",
                    OrderFixture.NOON)));

    await().atMost(Duration.ofMinutes(2)).until(() -> waiting(id) == 0);
  }

  @Test
  void closesOrdersWithTheOutcomesOfTheirProcesses() {
    OrderId delivered = place();
    OrderId rejected = place();
    OrderId cancelled = place();
    cancelOrder.request(cancelled, null, Scope.ALL);
    transaction.executeWithoutResult(
        tx -> {
          ended(new OrderId(UUID.randomUUID()), OrderStatus.DELIVERED, null, null);
          ended(delivered, OrderStatus.DELIVERED, null, null);
          ended(delivered, OrderStatus.DELIVERED, null, null);
          ended(rejected, OrderStatus.REJECTED, ReasonCode.STORE_REJECTED, "sold out");
          ended(cancelled, OrderStatus.CANCELLED, ReasonCode.CUSTOMER_CANCELLED, null);
        });

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(List.of(delivered, rejected, cancelled))
                    .extracting(id -> findOrders.byId(id, Scope.ALL).status().name())
                    .containsExactly("DELIVERED", "REJECTED", "CANCELLED"));
    assertThat(findOrders.byId(rejected, Scope.ALL))
        .extracting(Order::reason, Order::reasonComment)
        .containsExactly(ReasonCode.STORE_REJECTED, "sold out");
    assertThat(findOrders.byId(cancelled, Scope.ALL).cancellation())
        .extracting(Cancellation::outcome)
        .isEqualTo(Cancellation.Outcome.CANCELLED);
    assertThat(List.of(delivered, rejected, cancelled)).allMatch(id -> waiting(id) == 0);
  }

  @Test
  void consumesARefusalAndTheEndInOneBatch() {
    OrderId id = place();
    cancelOrder.request(id, null, Scope.ALL);
    transaction.executeWithoutResult(
        tx -> {
          outbox.publish(
              new OrderCancellationRefused(id.value(), Reason.PICKED_UP, OrderFixture.NOON));
          ended(id, OrderStatus.DELIVERED, null, null);
        });

    awaitStatus(id, "DELIVERED");
    assertThat(findOrders.byId(id, Scope.ALL).cancellation())
        .extracting(Cancellation::refusedBecause)
        .isEqualTo(Reason.PICKED_UP);
  }

  @Test
  void replacesADifferentOutcome() {
    OrderId id = place();
    transaction.executeWithoutResult(
        tx -> ended(id, OrderStatus.REJECTED, ReasonCode.STORE_TIMEOUT, null));
    awaitStatus(id, "REJECTED");

    transaction.executeWithoutResult(tx -> ended(id, OrderStatus.DELIVERED, null, null));

    awaitStatus(id, "DELIVERED");
    assertThat(findOrders.byId(id, Scope.ALL).reason()).isNull();
  }

  private void awaitStatus(OrderId id, String status) {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> findOrders.byId(id, Scope.ALL).status().name().equals(status));
  }

  private OrderId place() {
    return placeOrder.place(OrderFixture.newId(), OrderFixture.request(), null).order().id();
  }

  private void ended(
      OrderId id, OrderStatus status, @Nullable ReasonCode reason, @Nullable String comment) {
    outbox.publish(
        new OrderStatusChanged(id.value(), 7, status, reason, comment, "step", OrderFixture.NOON));
  }

  private long inboxSize() {
    return jdbc.sql("SELECT count(*) FROM inbox").query(Long.class).single();
  }

  private long waiting(OrderId id) {
    return jdbc.sql("SELECT count(*) FROM waiting_orders WHERE order_id = ?")
        .param(id.value())
        .query(Long.class)
        .single();
  }
}
