package io.baedal.order.ordering.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.order.DatabaseTest;
import io.baedal.order.ordering.CloseOrders;
import io.baedal.order.ordering.Ending;
import io.baedal.order.ordering.OrderFixture;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderOutcome;
import io.baedal.order.ordering.OrderRequest;
import io.baedal.order.ordering.PlaceOrder;
import io.baedal.order.ordering.WaitingOrders;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class JdbcWaitingOrdersIT {

  private static final int MANY = 1_000_000;

  @Autowired WaitingOrders waiting;
  @Autowired PlaceOrder placeOrder;
  @Autowired CloseOrders closeOrders;
  @Autowired JdbcClient jdbc;

  @Test
  void anOrderWaitsUntilItIsRemoved() {
    OrderId id = placeOrder.place(OrderFixture.newId(), OrderFixture.request(), null).order().id();
    assertThat(waits(id)).isTrue();

    waiting.remove(Set.of(id));
    assertThat(waits(id)).isFalse();
    waiting.remove(Set.of(id));
  }

  @Test
  void aClosedOrderDoesNotWait() {
    OrderId id = placeOrder.place(OrderFixture.newId(), OrderFixture.request(), null).order().id();

    closeOrders.close(List.of(new Ending(id, OrderOutcome.REJECTED, null, null)));

    assertThat(waits(id)).isFalse();
  }

  @Test
  void anOrderClosedByAnEarlierBuildDoesNotWait() {
    OrderId closed =
        placeOrder.place(OrderFixture.newId(), OrderFixture.request(), null).order().id();
    OrderId open =
        placeOrder.place(OrderFixture.newId(), OrderFixture.request(), null).order().id();
    closeOrders.close(List.of(new Ending(closed, OrderOutcome.REJECTED, null, null)));
    jdbc.sql("INSERT INTO waiting_orders VALUES (?)").param(closed.value()).update();

    assertThat(waiting.removeEnded()).isPositive();

    assertThat(waits(closed)).isFalse();
    assertThat(waits(open)).isTrue();
  }

  @Test
  void anOrderFoundByItsReferenceDoesNotWaitAgain() {
    OrderRequest request = OrderFixture.request("customer-" + UUID.randomUUID(), "30");
    OrderId id = placeOrder.place(OrderFixture.newId(), request, null).order().id();
    waiting.remove(Set.of(id));

    placeOrder.place(OrderFixture.newId(), request, null);

    assertThat(waits(id)).isFalse();
  }

  @Test
  void readsUpToTheLimit() {
    for (int order = 0; order < 5; order++) {
      placeOrder.place(OrderFixture.newId(), OrderFixture.request(), null);
    }

    assertThat(waiting.waiting(4)).hasSize(4);
    assertThat(waiting.waiting(MANY)).hasSizeGreaterThanOrEqualTo(5);
  }

  private boolean waits(OrderId id) {
    return waiting.waiting(MANY).contains(id);
  }
}
