package io.baedal.order.ordering.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.baedal.messaging.event.OrderCancellationRefused.Reason;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.order.DatabaseTest;
import io.baedal.order.ordering.CancelOrder;
import io.baedal.order.ordering.Cancellation;
import io.baedal.order.ordering.CloseOrders;
import io.baedal.order.ordering.CustomerStatus;
import io.baedal.order.ordering.Ending;
import io.baedal.order.ordering.OrderFixture;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderOutcome;
import io.baedal.order.ordering.PlaceOrder;
import io.baedal.order.ordering.PlacedStates;
import io.baedal.order.ordering.PlacedStates.State;
import io.baedal.web.access.Scope;
import io.baedal.web.reconciliation.OrderChanges.Change;
import io.baedal.web.reconciliation.OrderChanges.Span;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class JdbcPlacedStatesIT {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Autowired PlacedStates states;
  @Autowired PlaceOrder placeOrder;
  @Autowired CancelOrder cancelOrder;
  @Autowired CloseOrders closeOrders;
  @Autowired JdbcClient jdbc;

  @Test
  void returnsTheStatesOfKnownOrders() {
    UUID placed = place();
    UUID rejected = place();
    closeOrders.close(
        List.of(
            new Ending(
                new OrderId(rejected), OrderOutcome.REJECTED, ReasonCode.STORE_REJECTED, null)));

    assertThat(states.of(List.of(placed, rejected, UUID.randomUUID())))
        .extracting(State::orderId, State::status, State::reason)
        .containsExactlyInAnyOrder(
            tuple(placed, CustomerStatus.PLACED, null),
            tuple(rejected, CustomerStatus.REJECTED, ReasonCode.STORE_REJECTED));
  }

  @Test
  void returnsTheOutcomesOfRequestsToCancel() {
    UUID pending = place();
    cancelOrder.request(new OrderId(pending), null, Scope.ALL);
    UUID refused = place();
    cancelOrder.request(new OrderId(refused), null, Scope.ALL);
    cancelOrder.refuse(new OrderId(refused), Reason.PICKED_UP);

    UUID placed = place();

    assertThat(states.of(List.of(pending, refused, placed)))
        .extracting(State::orderId, State::cancellation)
        .containsExactlyInAnyOrder(
            tuple(pending, Cancellation.Outcome.PENDING),
            tuple(refused, Cancellation.Outcome.REFUSED),
            tuple(placed, null));
  }

  @Test
  void eachTransitionIsAChange() {
    UUID order = place();
    Instant placedAt = changedAt(order);
    cancelOrder.request(new OrderId(order), null, Scope.ALL);
    Instant requestedAt = changedAt(order);
    closeOrders.close(
        List.of(
            new Ending(
                new OrderId(order), OrderOutcome.CANCELLED, ReasonCode.CUSTOMER_CANCELLED, null)));

    assertThat(placedAt).isBefore(requestedAt);
    assertThat(requestedAt).isBefore(changedAt(order));
    assertThat(states.changes(new Span(placedAt, BEFORE_ALL, changedAt(order)), 100))
        .extracting(Change::orderId)
        .doesNotContain(order);
  }

  @Test
  void changesArePagedByTimeAndOrderAndTheEndIsExclusive() {
    Instant first = Instant.parse("2026-01-01T10:00:00.000001Z");
    List<UUID> orders = IntStream.range(0, 5).mapToObj(order -> place()).toList();
    // four at the same time
    orders.subList(0, 4).forEach(order -> placedAt(order, first));
    placedAt(orders.get(4), first.plusSeconds(1));

    List<UUID> read = new ArrayList<>();
    Span span = new Span(first, BEFORE_ALL, first.plusSeconds(2));
    for (var page = states.changes(span, 2); !page.isEmpty(); page = states.changes(span, 2)) {
      page.forEach(change -> read.add(change.orderId()));
      Change last = page.get(page.size() - 1);
      span = new Span(last.changedAt(), last.orderId(), span.to());
    }

    assertThat(read).containsExactlyInAnyOrderElementsOf(orders).endsWith(orders.get(4));
    assertThat(states.changes(new Span(first, BEFORE_ALL, first.plusSeconds(1)), 10)).hasSize(4);
  }

  private UUID place() {
    return placeOrder
        .place(OrderFixture.newId(), OrderFixture.request(), null)
        .order()
        .id()
        .value();
  }

  private Instant changedAt(UUID order) {
    return states.of(List.of(order)).get(0).changedAt();
  }

  private void placedAt(UUID order, Instant at) {
    jdbc.sql("UPDATE orders SET placed_at = ? WHERE id = ?")
        .params(at.atOffset(ZoneOffset.UTC), order)
        .update();
  }
}
