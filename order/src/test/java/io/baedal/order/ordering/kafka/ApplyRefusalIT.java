package io.baedal.order.ordering.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.OrderCancellationRefused.Reason;
import io.baedal.order.DatabaseTest;
import io.baedal.order.ordering.CancelOrder;
import io.baedal.order.ordering.Cancellation;
import io.baedal.order.ordering.CloseOrders;
import io.baedal.order.ordering.CustomerStatus;
import io.baedal.order.ordering.Ending;
import io.baedal.order.ordering.FindOrders;
import io.baedal.order.ordering.Order;
import io.baedal.order.ordering.OrderFixture;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderOutcome;
import io.baedal.order.ordering.PlaceOrder;
import io.baedal.web.access.Scope;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ApplyRefusalIT {

  @Autowired ApplyRefusal applyRefusal;
  @Autowired PlaceOrder placeOrder;
  @Autowired CancelOrder cancelOrder;
  @Autowired CloseOrders closeOrders;
  @Autowired FindOrders findOrders;
  @Autowired JdbcClient jdbc;

  @Test
  void continuesTheOrderAndStoresTheReason() {
    OrderId id = place();
    cancelOrder.request(id, "twice", Scope.ALL);
    UUID event = UUID.randomUUID();

    applyRefusal.apply(event, refused(id, Reason.PICKED_UP));
    applyRefusal.apply(event, refused(id, Reason.ALREADY_DELIVERED));

    Order order = findOrders.byId(id, Scope.ALL);
    assertThat(order.status()).isEqualTo(CustomerStatus.PLACED);
    assertThat(order.cancellation())
        .extracting(Cancellation::outcome, Cancellation::refusedBecause)
        .containsExactly(Cancellation.Outcome.REFUSED, Reason.PICKED_UP);
    assertThat(
            jdbc.sql("SELECT count(*) FROM inbox WHERE event_id = ?")
                .param(event)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void changesNothingWhenTheOrderHasEnded() {
    OrderId id = place();
    cancelOrder.request(id, null, Scope.ALL);
    closeOrders.close(List.of(new Ending(id, OrderOutcome.CANCELLED, null, null)));
    Order closed = findOrders.byId(id, Scope.ALL);

    applyRefusal.apply(UUID.randomUUID(), refused(id, Reason.PICKED_UP));

    assertThat(findOrders.byId(id, Scope.ALL)).isEqualTo(closed);
  }

  @Test
  void changesNothingWithoutARequestToCancel() {
    OrderId id = place();

    applyRefusal.apply(UUID.randomUUID(), refused(id, Reason.PICKED_UP));

    assertThat(findOrders.byId(id, Scope.ALL).cancellation()).isNull();
  }

  @Test
  void ignoresAnUnknownOrder() {
    UUID event = UUID.randomUUID();
    applyRefusal.apply(event, refused(new OrderId(UUID.randomUUID()), Reason.PICKED_UP));
    applyRefusal.apply(event, refused(new OrderId(UUID.randomUUID()), Reason.PICKED_UP));
  }

  private OrderId place() {
    return placeOrder.place(OrderFixture.newId(), OrderFixture.request(), null).order().id();
  }

  private static OrderCancellationRefused refused(OrderId id, Reason reason) {
    return new OrderCancellationRefused(id.value(), reason, OrderFixture.NOON);
  }
}
