package io.baedal.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.republication.Republication;
import io.baedal.messaging.test.OutboxRow;
import io.baedal.order.DatabaseTest;
import io.baedal.web.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class PlacedOrdersIT {

  @Autowired private PlaceOrder placeOrder;
  @Autowired private CancelOrder cancelOrder;
  @Autowired private CloseOrders closeOrders;
  @Autowired private Republication republication;
  @Autowired private JdbcClient jdbc;

  /** Other tests use the same database, and a page of a republication has 200 orders. */
  @BeforeEach
  void deleteOrders() {
    jdbc.sql("TRUNCATE orders, waiting_orders, outbox CASCADE").update();
  }

  @Test
  void rebuildsEachEventWithTheSameBytesAndId() {
    OrderId placed = place();
    OrderId cancelled = place();
    cancelOrder.request(cancelled, "ordered \u00b2 \uac00 twice", Scope.ALL);
    closeOrders.close(List.of(new Ending(cancelled, OrderOutcome.CANCELLED, null, null)));
    List<OrderId> orders = List.of(placed, cancelled);
    List<List<OutboxRow>> first = orders.stream().map(OrderId::value).map(this::sent).toList();
    assertThat(first).extracting(List::size).containsExactly(1, 2);
    jdbc.sql("DELETE FROM outbox").update();

    republication.republish(Republication.BEGINNING, Instant.EPOCH);

    assertThat(orders.stream().map(OrderId::value).map(this::sent))
        .containsExactlyElementsOf(first);
  }

  @Test
  void omitsOrdersThatHaveNotChanged() {
    OrderId before = place();
    OrderId closedLater = place();
    Instant since = Instant.now();
    closeOrders.close(List.of(new Ending(closedLater, OrderOutcome.DELIVERED, null, null)));
    jdbc.sql("DELETE FROM outbox").update();

    republication.republish(Republication.BEGINNING, since);

    assertThat(sent(before.value())).isEmpty();
    assertThat(sent(closedLater.value())).hasSize(1);
  }

  private OrderId place() {
    return placeOrder.place(OrderFixture.newId(), OrderFixture.request(), null).order().id();
  }

  private List<OutboxRow> sent(UUID orderId) {
    return OutboxRow.of(orderId, jdbc);
  }
}
