package io.baedal.order.catalogue;

import static io.baedal.order.catalogue.MenuFixture.item;
import static io.baedal.order.catalogue.MenuFixture.menu;
import static io.baedal.order.catalogue.MenuFixture.one;
import static io.baedal.order.catalogue.MenuFixture.soldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedal.order.DatabaseTest;
import io.baedal.order.ordering.IdempotencyKey;
import io.baedal.order.ordering.OrderFixture;
import io.baedal.order.ordering.OrderRequest;
import io.baedal.order.ordering.PlaceOrder;
import io.baedal.order.ordering.Placement;
import io.baedal.order.ordering.RequestedItem;
import io.baedal.order.ordering.RuleBroken;
import io.baedal.web.access.Scope;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders are placed while the menu of their store changes. */
@DatabaseTest
class OrdersByMenuIT {

  @Autowired PlaceOrder placeOrder;
  @Autowired ReplaceMenu replaceMenu;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final String store = MenuFixture.newStore();
  private final String customer = "customer-" + UUID.randomUUID();
  private final IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString());

  @BeforeEach
  void sellApples() {
    replace(item("APPLE", 1_000));
  }

  @Test
  void aRepeatedKeyGetsTheFirstAnswerAfterTheMenuHasChanged() {
    OrderRequest request = request(null, one("APPLE", null));
    Placement first = place(request, key);
    assertThat(first.order().content().total().amount()).isEqualTo(1_000);

    replace(item("APPLE", 2_000));
    assertThat(place(request, key)).isEqualTo(first);
    replace(soldOut("APPLE", 2_000));
    assertThat(place(request, key)).isEqualTo(first);
    replace();
    assertThat(place(request, key)).isEqualTo(first);
    assertThat(placeOrder.placedBefore(request, key)).contains(first);
  }

  @Test
  void aRequestWithAPriceIsAnotherOneThanTheSameWithout() {
    place(request(null, one("APPLE", null)), key);

    assertThatThrownBy(() -> place(request(null, one("APPLE", 1_000L)), key))
        .isInstanceOfSatisfying(
            RuleBroken.class,
            e -> assertThat(e.rule()).isEqualTo(RuleBroken.Rule.IDEMPOTENCY_KEY_REUSED));
  }

  @Test
  void aRepeatedReferenceFindsItsOrderAfterTheMenuHasChanged() {
    OrderRequest request = request("30", one("APPLE", null));
    Placement first = place(request, null);
    Placement found = new Placement(first.order(), false);

    replace(item("APPLE", 2_000));
    assertThat(place(request, null)).isEqualTo(found);
    assertThat(place(request("30", one("APPLE", 1_000L)), null)).isEqualTo(found);
    replace(soldOut("APPLE", 1_000));
    assertThat(place(request, key)).isEqualTo(found);
    assertThat(placeOrder.placedBefore(request, null)).contains(found);
    assertThat(rows("idempotency_keys")).isZero();
  }

  @Test
  void aReferenceIsNotUsedAgainForAnotherPriceOrProduct() {
    place(request("30", one("APPLE", null)), null);
    replace(item("APPLE", 2_000), item("PEAR", 1_000));

    for (RequestedItem other :
        new RequestedItem[] {one("APPLE", 2_000L), one("PEAR", null), one("PLUM", null)}) {
      assertThatThrownBy(() -> place(request("30", other), null))
          .isInstanceOfSatisfying(
              RuleBroken.class,
              e -> assertThat(e.rule()).isEqualTo(RuleBroken.Rule.ORDER_REFERENCE_REUSED));
    }
  }

  @Test
  void storesNothingOfARefusedOrder() {
    OrderRequest request = request("30", one("APPLE", 999L));

    assertThatThrownBy(() -> place(request, key)).isInstanceOf(MenuMismatch.class);

    assertThat(rows("orders")).isZero();
    assertThat(rows("idempotency_keys")).isZero();
    replace(item("APPLE", 999));
    assertThat(place(request, key).placed()).isTrue();
  }

  /** A menu that is not committed has no effect, and delays no order. */
  @Test
  void anOrderHasThePriceThatIsCommittedWhenItIsPlaced() {
    transaction.executeWithoutResult(
        tx -> {
          replace(item("APPLE", 2_000));
          assertThat(
                  CompletableFuture.supplyAsync(
                          () -> place(request(null, one("APPLE", null)), null))
                      .join()
                      .order()
                      .content()
                      .total()
                      .amount())
              .isEqualTo(1_000);
        });

    assertThat(place(request(null, one("APPLE", null)), null).order().content().total().amount())
        .isEqualTo(2_000);
  }

  /** In each menu both products have the same price. */
  @Test
  void anOrderHasThePricesOfOneMenu() {
    var enough = new AtomicBoolean();
    var changes =
        CompletableFuture.runAsync(
            () -> {
              for (long price = 1; !enough.get(); price++) {
                replace(item("APPLE", price), item("PEAR", price));
              }
            });
    try {
      replace(item("APPLE", 1_000), item("PEAR", 1_000));
      for (int order = 0; order < 200; order++) {
        var items =
            place(request(null, one("APPLE", null), one("PEAR", null)), null)
                .order()
                .content()
                .items();
        assertThat(items.get(0).unitPrice()).isEqualTo(items.get(1).unitPrice());
      }
    } finally {
      enough.set(true);
      changes.join();
    }
  }

  private void replace(MenuItem... items) {
    replaceMenu.with(store, menu(items), Scope.ALL);
  }

  private Placement place(OrderRequest request, IdempotencyKey idempotencyKey) {
    return placeOrder.place(OrderFixture.newId(), request, idempotencyKey);
  }

  private OrderRequest request(String reference, RequestedItem... items) {
    return MenuFixture.request(store, customer, reference, items);
  }

  private long rows(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table + " WHERE customer_id = ?")
        .param(customer)
        .query(Long.class)
        .single();
  }
}
