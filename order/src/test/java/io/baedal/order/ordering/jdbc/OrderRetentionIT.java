package io.baedal.order.ordering.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.retention.Cleaner;
import io.baedal.order.DatabaseTest;
import io.baedal.order.ordering.CloseOrders;
import io.baedal.order.ordering.Ending;
import io.baedal.order.ordering.IdempotencyKey;
import io.baedal.order.ordering.OrderFixture;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderOutcome;
import io.baedal.order.ordering.OrderRequest;
import io.baedal.order.ordering.Orders;
import io.baedal.order.ordering.PlaceOrder;
import io.baedal.web.access.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class OrderRetentionIT {

  @Autowired PlaceOrder placeOrder;
  @Autowired CloseOrders closeOrders;
  @Autowired Orders orders;
  @Autowired Cleaner cleaner;
  @Autowired JdbcClient jdbc;

  @Test
  void removesOrdersThatEndedLongAgo() {
    OrderId ended = place("401 days");
    close(ended, "401 days");
    OrderId endedLate = place("401 days");
    close(endedLate, "399 days");
    OrderId open = place("401 days");

    cleaner.clean();

    assertThat(orders.find(ended, Scope.ALL)).isEmpty();
    assertThat(orders.find(endedLate, Scope.ALL)).isPresent();
    assertThat(orders.find(open, Scope.ALL)).isPresent();
  }

  @Test
  void removesIdempotencyKeysAfterTwoDays() {
    OrderRequest request = OrderFixture.request();
    IdempotencyKey key = new IdempotencyKey("k-1");
    OrderId first = placeOrder.place(OrderFixture.newId(), request, key).order().id();

    cleaner.clean();
    assertThat(placeOrder.place(OrderFixture.newId(), request, key).order().id()).isEqualTo(first);

    jdbc.sql("UPDATE idempotency_keys SET claimed_at = now() - interval '49 hours' WHERE key = ?")
        .param(key.value())
        .update();
    cleaner.clean();
    assertThat(placeOrder.place(OrderFixture.newId(), request, key).order().id())
        .isNotEqualTo(first);
  }

  private OrderId place(String ago) {
    OrderId id = placeOrder.place(OrderFixture.newId(), OrderFixture.request(), null).order().id();
    jdbc.sql("UPDATE orders SET placed_at = now() - ?::interval WHERE id = ?")
        .params(ago, id.value())
        .update();
    return id;
  }

  private void close(OrderId id, String ago) {
    closeOrders.close(List.of(new Ending(id, OrderOutcome.DELIVERED, null, null)));
    jdbc.sql("UPDATE orders SET closed_at = now() - ?::interval WHERE id = ?")
        .params(ago, id.value())
        .update();
  }
}
