package io.baedal.order.ordering.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedal.order.DatabaseTest;
import io.baedal.order.ordering.Order;
import io.baedal.order.ordering.OrderFixture;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderQuery;
import io.baedal.order.ordering.OrderStatus;
import io.baedal.order.ordering.Orders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class JpaOrdersIT {

  @Autowired Orders orders;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @ParameterizedTest
  @EnumSource
  void givesBackWhatItWasGiven(OrderStatus status) {
    Order order = OrderFixture.in(status);
    add(order.id(), order);
    transaction.executeWithoutResult(
        tx -> {
          assertThat(orders.lock(order.id())).isPresent();
          orders.update(order);
        });

    assertThat(orders.find(order.id())).contains(order);
  }

  @Test
  void givesBackARefusedCancellation() {
    Order order = OrderFixture.refused();
    add(order.id(), order);
    transaction.executeWithoutResult(tx -> orders.update(order));

    assertThat(orders.find(order.id())).contains(order);
  }

  @Test
  void findsNothingForAnUnknownId() {
    assertThat(orders.find(new OrderId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  void addsOneOrderPerReferenceOfACustomer() {
    String customer = "customer-" + UUID.randomUUID();
    Order first = OrderFixture.placed(OrderFixture.content(customer, "30"), OrderFixture.NOON);
    Order second = OrderFixture.placed(OrderFixture.content(customer, "30"), OrderFixture.NOON);
    Order ofAnother =
        OrderFixture.placed(OrderFixture.content(customer + "b", "30"), OrderFixture.NOON);

    assertThat(add(first.id(), first)).isTrue();
    assertThat(add(second.id(), second)).isFalse();
    assertThat(add(ofAnother.id(), ofAnother)).isTrue();
    assertThat(orders.findByReference(customer, "30")).contains(first);
    assertThat(orders.find(second.id())).isEmpty();
  }

  @Test
  void listsTheNewestFirst() {
    String customer = "customer-" + UUID.randomUUID();
    List<Order> placed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Order order =
          OrderFixture.placed(
              OrderFixture.content(customer, null), OrderFixture.NOON.plus(Duration.ofSeconds(i)));
      add(order.id(), order);
      placed.add(0, order);
    }

    var page = orders.list(new OrderQuery(customer, null, null, 1, 2));
    assertThat(page.orders()).isEqualTo(placed.subList(2, 4));
    assertThat(page.total()).isEqualTo(5);
    assertThat(
            orders.list(new OrderQuery(customer, "store-1", OrderStatus.PLACED, 0, 100)).orders())
        .isEqualTo(placed);
    assertThat(orders.list(new OrderQuery(customer, "store-2", null, 0, 100)).orders())
        .isEqualTo(Collections.emptyList());
    assertThat(orders.list(new OrderQuery(customer, null, OrderStatus.DELIVERED, 0, 9)).total())
        .isZero();
  }

  @Test
  void refusesAStatusThatTheTableDoesNotKnow() {
    Order order = OrderFixture.placed();
    add(order.id(), order);
    assertThatThrownBy(
            () ->
                jdbc.sql("UPDATE orders SET status = 'LOST' WHERE id = ?")
                    .param(order.id().value())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  /** Rows are always inserted as placed, as the service does. */
  private boolean add(OrderId id, Order order) {
    Order placed =
        new Order(id, order.content(), order.placedAt(), OrderStatus.PLACED, null, null, null);
    return Boolean.TRUE.equals(transaction.execute(tx -> orders.add(placed)));
  }
}
