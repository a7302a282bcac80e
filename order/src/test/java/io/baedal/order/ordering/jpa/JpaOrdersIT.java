package io.baedal.order.ordering.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedal.order.DatabaseTest;
import io.baedal.order.ordering.CustomerStatus;
import io.baedal.order.ordering.Order;
import io.baedal.order.ordering.OrderFixture;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderQuery;
import io.baedal.order.ordering.Orders;
import io.baedal.web.access.Scope;
import io.baedal.web.page.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
  void returnsOrdersAsStored(CustomerStatus status) {
    Order order = OrderFixture.in(status);
    add(order.id(), order);
    transaction.executeWithoutResult(
        tx -> {
          assertThat(orders.lock(order.id(), Scope.ALL)).isPresent();
          orders.update(order);
        });

    assertThat(orders.find(order.id(), Scope.ALL).map(JpaOrdersIT::renumbered)).contains(order);
  }

  @Test
  void returnsARefusedCancellationAsStored() {
    Order order = OrderFixture.refused();
    add(order.id(), order);
    transaction.executeWithoutResult(tx -> orders.update(order));

    assertThat(orders.find(order.id(), Scope.ALL).map(JpaOrdersIT::renumbered)).contains(order);
  }

  @Test
  void findsNothingForAnUnknownId() {
    assertThat(orders.find(new OrderId(UUID.randomUUID()), Scope.ALL)).isEmpty();
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
    assertThat(orders.findByReference(customer, "30").map(JpaOrdersIT::renumbered)).contains(first);
    assertThat(orders.find(second.id(), Scope.ALL)).isEmpty();
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

    Order second = placed.get(1);
    var after = new Cursor(second.placedAt(), second.id().value());
    assertThat(orders.list(query(customer, null, null, after), 2))
        .map(JpaOrdersIT::renumbered)
        .isEqualTo(placed.subList(2, 4));
    assertThat(orders.list(query(customer, "store-1", CustomerStatus.PLACED, null), 100))
        .map(JpaOrdersIT::renumbered)
        .isEqualTo(placed);
    assertThat(orders.list(query(customer, "store-2", null, null), 100)).isEmpty();
    assertThat(orders.list(query(customer, null, CustomerStatus.DELIVERED, null), 9)).isEmpty();
  }

  @Test
  void filtersByNumberReferenceAndTime() {
    String customer = "customer-" + UUID.randomUUID();
    Order order = OrderFixture.placed(OrderFixture.content(customer, "30"), OrderFixture.NOON);
    add(order.id(), order);
    Order stored = orders.find(order.id(), Scope.ALL).orElseThrow();
    Instant noon = stored.placedAt();

    assertThat(orders.numbered(stored.number(), Scope.ALL)).contains(order.id());
    assertThat(list(customer, stored.number(), "30", noon, noon.plusNanos(1_000), noon))
        .containsExactly(stored);
    assertThat(list(customer, stored.number() + 1, null, null, null, null)).isEmpty();
    assertThat(list(customer, null, "31", null, null, null)).isEmpty();
    assertThat(list(customer, null, null, noon.plusNanos(1_000), null, null)).isEmpty();
    assertThat(list(customer, null, null, null, noon, null)).isEmpty();
    assertThat(list(customer, null, null, null, null, noon.plusNanos(1_000))).isEmpty();
  }

  private List<Order> list(
      String customer, Long number, String reference, Instant from, Instant to, Instant since) {
    return orders.list(
        new OrderQuery(
            customer, null, number, reference, Set.of(), from, to, since, null, Scope.ALL),
        9);
  }

  private static OrderQuery query(
      String customer, String store, CustomerStatus status, Cursor after) {
    return new OrderQuery(
        customer,
        store,
        null,
        null,
        status == null ? Set.of() : Set.of(status),
        null,
        null,
        null,
        after,
        Scope.ALL);
  }

  @Test
  void refusesAnUnknownStatus() {
    Order order = OrderFixture.placed();
    add(order.id(), order);
    assertThatThrownBy(
            () ->
                jdbc.sql("UPDATE orders SET status = 'LOST' WHERE id = ?")
                    .param(order.id().value())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  /** Inserts the row as PLACED, as the service does. */
  private boolean add(OrderId id, Order order) {
    Order placed = OrderFixture.placed(id, order.content(), order.placedAt());
    return transaction.execute(tx -> orders.add(placed)).isPresent();
  }

  /** With the number of the fixture. */
  private static Order renumbered(Order order) {
    return order.numbered(OrderFixture.NUMBER);
  }
}
