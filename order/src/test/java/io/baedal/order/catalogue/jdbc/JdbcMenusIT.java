package io.baedal.order.catalogue.jdbc;

import static io.baedal.order.catalogue.MenuFixture.item;
import static io.baedal.order.catalogue.MenuFixture.menu;
import static io.baedal.order.catalogue.MenuFixture.soldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedal.messaging.test.AtOnce;
import io.baedal.order.DatabaseTest;
import io.baedal.order.catalogue.Menu;
import io.baedal.order.catalogue.MenuFixture;
import io.baedal.order.catalogue.MenuItem;
import io.baedal.order.catalogue.Menus;
import io.baedal.order.ordering.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class JdbcMenusIT {

  @Autowired Menus menus;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final String store = MenuFixture.newStore();

  @Test
  void returnsMenusAsStored() {
    Menu menu =
        menu(
            soldOut("사과", 500),
            item("APPLE", 0),
            new MenuItem("tea\n2 bags", new Money(1, Currency.getInstance("USD")), false));
    replace(menu);

    assertThat(menus.find(store)).contains(menu);
  }

  @Test
  void aMenuWithoutItemsIsAMenu() {
    assertThat(menus.find(store)).isEmpty();
    assertThat(menus.find(store, List.of("APPLE"))).isEmpty();

    replace(menu());

    assertThat(menus.find(store)).contains(menu());
    assertThat(menus.find(store, List.of("APPLE"))).contains(Map.of());
  }

  @Test
  void replacesAllItems() {
    replace(menu(item("APPLE", 1), item("PEAR", 2)));
    replace(menu(item("PEAR", 3), item("PLUM", 4)));

    assertThat(menus.find(store)).contains(menu(item("PEAR", 3), item("PLUM", 4)));
  }

  @Test
  void findsTheItemsOfProductsByTheirExactNames() {
    replace(menu(item("APPLE", 1), item("apple", 2), item("PEAR", 3)));

    assertThat(menus.find(store, List.of("apple", "PEAR", "PLUM", " APPLE")))
        .contains(Map.of("apple", item("apple", 2), "PEAR", item("PEAR", 3)));
  }

  @Test
  void addsTheMenuOfAStoreThatHasNone() {
    assertThat(add(menu(item("APPLE", 1)))).isTrue();
    assertThat(add(menu(item("PEAR", 2)))).isFalse();

    assertThat(menus.find(store)).contains(menu(item("APPLE", 1)));
  }

  @Test
  void storesTheLargestMenu() {
    String longName = "가".repeat(190);
    Menu largest =
        new Menu(
            IntStream.rangeClosed(1, Menu.MAX_ITEMS)
                .mapToObj(number -> item(longName + number, number))
                .toList());
    replace(largest);

    assertThat(menus.find(store)).contains(largest);
  }

  /** Each menu is stored as a whole, whichever is last. */
  @Test
  void concurrentReplacementsFollowEachOther() throws Exception {
    List<Menu> all =
        IntStream.range(0, 8)
            .mapToObj(
                version ->
                    new Menu(
                        IntStream.rangeClosed(0, 20 + version)
                            .mapToObj(number -> item("product " + number, version))
                            .toList()))
            .toList();
    List<Callable<Void>> calls = new ArrayList<>();
    all.forEach(
        menu ->
            calls.add(
                () -> {
                  replace(menu);
                  return null;
                }));

    AtOnce.run(calls);

    assertThat(menus.find(store)).get().isIn(all);
  }

  @Test
  void concurrentImportsAddOneMenu() throws Exception {
    List<Callable<Boolean>> calls = new ArrayList<>();
    IntStream.range(0, 8)
        .forEach(number -> calls.add(() -> add(menu(item("APPLE", number), item("PEAR", number)))));

    assertThat(AtOnce.run(calls)).containsOnlyOnce(true);
    assertThat(menus.find(store)).get().extracting(Menu::items).asList().hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "product_name = ''",
        "unit_price = -1",
        "unit_price = 1000000001",
        "currency = 'won'",
        "position = 501"
      })
  void refusesRowsThatAreNoItems(String change) {
    replace(menu(item("APPLE", 1)));

    assertThatThrownBy(
            () ->
                jdbc.sql("UPDATE menu_items SET " + change + " WHERE store_id = ?")
                    .param(store)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private void replace(Menu menu) {
    transaction.executeWithoutResult(tx -> menus.replace(store, menu));
  }

  private boolean add(Menu menu) {
    return Boolean.TRUE.equals(transaction.execute(tx -> menus.add(store, menu)));
  }
}
