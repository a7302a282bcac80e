package io.baedal.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedal.messaging.event.ReasonCode;
import io.baedal.messaging.test.AtOnce;
import io.baedal.order.DatabaseTest;
import io.baedal.web.access.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class PlaceOrderIT {

  private static final int CALLS = 8;

  @Autowired PlaceOrder placeOrder;
  @Autowired CancelOrder cancelOrder;
  @Autowired CloseOrders closeOrders;
  @Autowired FindOrders findOrders;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void placesOneOrderForConcurrentRepeatsOfAKey() throws Exception {
    OrderRequest request = OrderFixture.request();
    IdempotencyKey key = key();

    List<Placement> placements =
        concurrently(() -> placeOrder.place(OrderFixture.newId(), request, key));

    assertThat(placements).hasSize(CALLS).containsOnly(placements.get(0));
    assertThat(placements.get(0).placed()).isTrue();
    assertThat(ordersOf(request)).isEqualTo(1);
    assertThat(eventsOf(placements.get(0).order())).isEqualTo(1);
  }

  @Test
  void placesOneOrderForConcurrentRepeatsOfAReference() throws Exception {
    OrderRequest request = OrderFixture.request("customer-" + UUID.randomUUID(), "30");

    List<Placement> placements =
        concurrently(() -> placeOrder.place(OrderFixture.newId(), request, null));

    assertThat(placements).extracting(p -> p.order().id()).containsOnly(id(placements));
    assertThat(placements).filteredOn(Placement::placed).hasSize(1);
    assertThat(ordersOf(request)).isEqualTo(1);
    assertThat(eventsOf(placements.get(0).order())).isEqualTo(1);
  }

  @Test
  void placesOneOrderForConcurrentRepeatsOfAReferenceUnderManyKeys() throws Exception {
    OrderRequest request = OrderFixture.request("customer-" + UUID.randomUUID(), "30");

    List<Placement> placements =
        concurrently(() -> placeOrder.place(OrderFixture.newId(), request, key()));

    assertThat(placements).extracting(p -> p.order().id()).containsOnly(id(placements));
    assertThat(ordersOf(request)).isEqualTo(1);
  }

  @Test
  void answersAKeyWithTheFirstStateOfTheOrder() {
    OrderRequest request = OrderFixture.request();
    IdempotencyKey key = key();
    Placement first = placeOrder.place(OrderFixture.newId(), request, key);
    cancelOrder.request(first.order().id(), null, Scope.ALL);
    closeOrders.close(
        List.of(
            new Ending(
                first.order().id(), OrderOutcome.CANCELLED, ReasonCode.CUSTOMER_CANCELLED, null)));

    assertThat(placeOrder.place(OrderFixture.newId(), request, key)).isEqualTo(first);
  }

  @Test
  void answersAReferenceWithTheCurrentStateOfTheOrder() {
    OrderRequest request = OrderFixture.request("customer-" + UUID.randomUUID(), "30");
    Order order = placeOrder.place(OrderFixture.newId(), request, null).order();
    closeOrders.close(List.of(new Ending(order.id(), OrderOutcome.DELIVERED, null, null)));
    Order closed = findOrders.byId(order.id(), Scope.ALL);

    assertThat(placeOrder.place(OrderFixture.newId(), request, null))
        .isEqualTo(new Placement(closed, false));
    IdempotencyKey key = key();
    assertThat(placeOrder.place(OrderFixture.newId(), request, key))
        .isEqualTo(new Placement(closed, false));
    assertThat(placeOrder.place(OrderFixture.newId(), request, key))
        .isEqualTo(new Placement(closed, false));
    // repeats store no keys
    assertThat(
            jdbc.sql("SELECT count(*) FROM idempotency_keys WHERE customer_id = ?")
                .param(request.customerId())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void findsTheOrderOfARepeatedRequest() {
    OrderRequest request = OrderFixture.request("customer-" + UUID.randomUUID(), "30");
    IdempotencyKey key = key();
    assertThat(placeOrder.placedBefore(request, key)).isEmpty();
    assertThat(placeOrder.placedBefore(OrderFixture.request(), null)).isEmpty();
    assertThat(ordersOf(request)).isZero();

    Placement first = placeOrder.place(OrderFixture.newId(), request, key);

    assertThat(placeOrder.placedBefore(request, key)).contains(first);
    assertThat(placeOrder.placedBefore(request, key()))
        .contains(new Placement(first.order(), false));
    OrderRequest other = OrderFixture.request(request.customerId(), "31");
    assertThatThrownBy(() -> placeOrder.placedBefore(other, key)).isInstanceOf(RuleBroken.class);
  }

  @Test
  void aKeyBelongsToItsCustomer() {
    IdempotencyKey key = key();
    OrderRequest one = OrderFixture.request();
    OrderRequest other = OrderFixture.request();

    Order first = placeOrder.place(OrderFixture.newId(), one, key).order();
    Order second = placeOrder.place(OrderFixture.newId(), other, key).order();

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(placeOrder.place(OrderFixture.newId(), one, key).order().id()).isEqualTo(first.id());
  }

  @Test
  void givesEachOrderADistinctNumber() {
    Order first = placeOrder.place(OrderFixture.newId(), OrderFixture.request(), null).order();
    Order second = placeOrder.place(OrderFixture.newId(), OrderFixture.request(), null).order();

    assertThat(first.number()).isPositive().isLessThan(second.number());
  }

  @Test
  void refusesAKeyForAnotherRequest() {
    IdempotencyKey key = key();
    OrderRequest first = OrderFixture.request("customer-" + UUID.randomUUID(), null);
    placeOrder.place(OrderFixture.newId(), first, key);
    OrderRequest other = OrderFixture.request(first.customerId(), "31");

    assertThatThrownBy(() -> placeOrder.place(OrderFixture.newId(), other, key))
        .isInstanceOfSatisfying(
            RuleBroken.class,
            e -> assertThat(e.rule()).isEqualTo(RuleBroken.Rule.IDEMPOTENCY_KEY_REUSED));
    assertThat(ordersOf(other)).isOne();
  }

  @Test
  void refusesAReferenceForOtherContentAndReleasesTheKey() {
    OrderRequest request = OrderFixture.request("customer-" + UUID.randomUUID(), "30");
    placeOrder.place(OrderFixture.newId(), request, null);
    OrderRequest other =
        new OrderRequest(
            "30",
            request.customerId(),
            "store-2",
            request.items(),
            request.currency(),
            request.deliveryAddress(),
            request.paymentMethod(),
            null,
            null);
    IdempotencyKey key = key();

    assertThatThrownBy(() -> placeOrder.place(OrderFixture.newId(), other, key))
        .isInstanceOfSatisfying(
            RuleBroken.class,
            e -> assertThat(e.rule()).isEqualTo(RuleBroken.Rule.ORDER_REFERENCE_REUSED));
    assertThat(placeOrder.place(OrderFixture.newId(), OrderFixture.request(), key).placed())
        .isTrue();
  }

  @Test
  void storesNothingWhenTheTransactionRollsBack() {
    OrderRequest request = OrderFixture.request();
    IdempotencyKey key = key();
    List<Order> placed = new ArrayList<>();
    transaction.executeWithoutResult(
        tx -> {
          placed.add(placeOrder.place(OrderFixture.newId(), request, key).order());
          assertThat(eventsOf(placed.get(0))).isEqualTo(1);
          tx.setRollbackOnly();
        });

    assertThat(ordersOf(request)).isZero();
    assertThat(eventsOf(placed.get(0))).isZero();
    assertThat(placeOrder.place(OrderFixture.newId(), request, key).order().id())
        .isNotEqualTo(placed.get(0).id());
  }

  @Test
  void publishesOneRequestForConcurrentCancels() throws Exception {
    Order order = placeOrder.place(OrderFixture.newId(), OrderFixture.request(), null).order();

    List<Order> answers = concurrently(() -> cancelOrder.request(order.id(), "twice", Scope.ALL));

    assertThat(answers).containsOnly(findOrders.byId(order.id(), Scope.ALL));
    assertThat(answers.get(0).status()).isEqualTo(CustomerStatus.CANCELLATION_REQUESTED);
    assertThat(
            jdbc.sql("SELECT type FROM outbox WHERE order_id = ? ORDER BY id")
                .param(order.id().value())
                .query(String.class)
                .list())
        .containsExactly("io.baedal.order.placed.v1", "io.baedal.order.cancellation-requested.v1");
  }

  @Test
  void publishesTheContentOfTheOrder() {
    Order order =
        placeOrder
            .place(OrderFixture.newId(), OrderFixture.request("c-" + UUID.randomUUID(), "30"), null)
            .order();

    String payload =
        jdbc.sql("SELECT payload FROM outbox WHERE order_id = ?")
            .param(order.id().value())
            .query(String.class)
            .single();
    assertThat(payload)
        .contains(
            "\"clientReference\":\"30\"",
            "\"amount\":24500",
            "{\"productName\":\"APPLE\",\"quantity\":2,\"unitPrice\":12000}",
            "\"placedAt\":\"" + order.placedAt() + "\"");
  }

  private static IdempotencyKey key() {
    return new IdempotencyKey(UUID.randomUUID().toString());
  }

  private static OrderId id(List<Placement> placements) {
    return placements.get(0).order().id();
  }

  private long ordersOf(OrderRequest request) {
    return jdbc.sql("SELECT count(*) FROM orders WHERE customer_id = ?")
        .param(request.customerId())
        .query(Long.class)
        .single();
  }

  private long eventsOf(Order order) {
    return jdbc.sql("SELECT count(*) FROM outbox WHERE order_id = ?")
        .param(order.id().value())
        .query(Long.class)
        .single();
  }

  private static <T> List<T> concurrently(Callable<T> action) throws Exception {
    return AtOnce.run(Collections.nCopies(CALLS, action));
  }
}
