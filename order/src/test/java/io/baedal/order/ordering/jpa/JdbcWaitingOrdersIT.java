package io.baedal.order.ordering.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.order.DatabaseTest;
import io.baedal.order.ordering.CloseOrder;
import io.baedal.order.ordering.OrderContent;
import io.baedal.order.ordering.OrderFixture;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderOutcome;
import io.baedal.order.ordering.PlaceOrder;
import io.baedal.order.ordering.WaitingOrders;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class JdbcWaitingOrdersIT {

  @Autowired WaitingOrders waiting;
  @Autowired PlaceOrder placeOrder;
  @Autowired CloseOrder closeOrder;
  @Autowired JdbcClient jdbc;

  @Test
  void anOrderWaitsUntilItsProcessHasBegun() {
    OrderId id = placeOrder.place(OrderFixture.content(), null).order().id();
    assertThat(waits(id)).isTrue();

    waiting.remove(id);
    assertThat(waits(id)).isFalse();
    waiting.remove(id);
  }

  @Test
  void anOrderThatEndsWaitsNoLonger() {
    OrderId id = placeOrder.place(OrderFixture.content(), null).order().id();

    closeOrder.close(id, OrderOutcome.REJECTED, null);

    assertThat(waits(id)).isFalse();
  }

  @Test
  void anOrderThatAnEarlierBuildClosedWaitsNoLonger() {
    OrderId closed = placeOrder.place(OrderFixture.content(), null).order().id();
    OrderId open = placeOrder.place(OrderFixture.content(), null).order().id();
    closeOrder.close(closed, OrderOutcome.REJECTED, null);
    jdbc.sql("INSERT INTO waiting_orders VALUES (?)").param(closed.value()).update();

    assertThat(waiting.removeEnded()).isPositive();

    assertThat(waits(closed)).isFalse();
    assertThat(waits(open)).isTrue();
  }

  @Test
  void anOrderThatIsFoundByItsReferenceDoesNotWaitTwice() {
    OrderContent content = OrderFixture.content("customer-" + UUID.randomUUID(), "30");
    OrderId id = placeOrder.place(content, null).order().id();
    waiting.remove(id);

    placeOrder.place(content, null);

    assertThat(waits(id)).isFalse();
  }

  @Test
  void countsNoFurtherThanTold() {
    for (int order = 0; order < 5; order++) {
      placeOrder.place(OrderFixture.content(), null);
    }

    assertThat(waiting.count(4)).isEqualTo(4);
    assertThat(waiting.count(1_000_000)).isGreaterThanOrEqualTo(5);
  }

  private boolean waits(OrderId id) {
    return jdbc.sql("SELECT count(*) = 1 FROM waiting_orders WHERE order_id = ?")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }
}
