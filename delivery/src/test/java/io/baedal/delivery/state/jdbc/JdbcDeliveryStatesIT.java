package io.baedal.delivery.state.jdbc;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.baedal.delivery.OnRealDatabase;
import io.baedal.delivery.courier.ChangeDelivery;
import io.baedal.delivery.courier.DeliveryFixture;
import io.baedal.delivery.state.DeliveryStates;
import io.baedal.delivery.state.DeliveryStates.State;
import io.baedal.delivery.store.ChangeStoreRequest;
import io.baedal.delivery.store.StoreRequestFixture;
import io.baedal.web.access.Scope;
import io.baedal.web.reconciliation.OrderChanges.Change;
import io.baedal.web.reconciliation.OrderChanges.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnRealDatabase
class JdbcDeliveryStatesIT {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Autowired private DeliveryStates states;
  @Autowired private ChangeStoreRequest changeStoreRequest;
  @Autowired private ChangeDelivery changeDelivery;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE store_requests, deliveries").update();
  }

  @Test
  void returnsTheStatesOfKnownOrders() {
    UUID requested = UUID.randomUUID();
    UUID started = UUID.randomUUID();
    UUID recalled = UUID.randomUUID();
    changeStoreRequest.request(requested, StoreRequestFixture.ORDER);
    changeStoreRequest.request(started, StoreRequestFixture.ORDER);
    changeStoreRequest.accept(started, Scope.ALL);
    changeDelivery.start(started, DeliveryFixture.ROUTE);
    changeDelivery.recall(recalled);

    assertThat(states.of(List.of(requested, started, recalled, UUID.randomUUID())))
        .extracting(State::orderId, State::storeRequest, State::delivery)
        .containsExactlyInAnyOrder(
            tuple(requested, "REQUESTED", null),
            tuple(started, "ACCEPTED", "STARTED"),
            tuple(recalled, null, "CANCELLED"));
  }

  @Test
  void eachStepIsAChange() {
    UUID order = UUID.randomUUID();
    changeStoreRequest.request(order, StoreRequestFixture.ORDER);
    List<Instant> changes = new ArrayList<>(List.of(changedAt(order)));
    changeStoreRequest.accept(order, Scope.ALL);
    changes.add(changedAt(order));
    changeDelivery.start(order, DeliveryFixture.ROUTE);
    changes.add(changedAt(order));
    changeDelivery.pickUp(order, Scope.ALL);
    changes.add(changedAt(order));
    changeDelivery.complete(order, Scope.ALL);
    changes.add(changedAt(order));

    assertThat(changes).isSorted().doesNotHaveDuplicates();
    // the last change of the store, and that of the courier
    assertThat(states.changes(new Span(changes.get(0), BEFORE_ALL, Instant.now()), 10))
        .extracting(Change::orderId, Change::changedAt)
        .containsExactly(tuple(order, changes.get(1)), tuple(order, changes.get(4)));
  }

  @Test
  void changesOfBothTablesArePagedTogether() {
    Instant first = Instant.parse("2026-01-01T10:00:00.000001Z");
    List<UUID> orders = IntStream.range(0, 5).mapToObj(order -> UUID.randomUUID()).toList();
    // three changes at the same time, two of them of the courier
    changedAt("store_requests", "requested_at", orders.get(0), first);
    changedAt("deliveries", "started_at", orders.get(1), first);
    changedAt("deliveries", "started_at", orders.get(2), first);
    changedAt("store_requests", "requested_at", orders.get(3), first.plusSeconds(1));
    changedAt("deliveries", "started_at", orders.get(4), first.plusSeconds(2));

    List<UUID> read = new ArrayList<>();
    Span span = new Span(first, BEFORE_ALL, first.plusSeconds(2));
    for (var page = states.changes(span, 2); !page.isEmpty(); page = states.changes(span, 2)) {
      page.forEach(change -> read.add(change.orderId()));
      Change last = page.get(page.size() - 1);
      span = new Span(last.changedAt(), last.orderId(), span.to());
    }

    assertThat(read)
        .containsExactlyInAnyOrderElementsOf(orders.subList(0, 4))
        .endsWith(orders.get(3));
  }

  private Instant changedAt(UUID order) {
    return states.of(List.of(order)).get(0).changedAt();
  }

  private void changedAt(String table, String column, UUID order, Instant at) {
    if (table.equals("deliveries")) {
      changeDelivery.start(order, DeliveryFixture.ROUTE);
    } else {
      changeStoreRequest.request(order, StoreRequestFixture.ORDER);
    }
    jdbc.sql("UPDATE %s SET %s = ? WHERE order_id = ?".formatted(table, column))
        .params(at.atOffset(UTC), order)
        .update();
  }
}
