package io.baedal.order.catalogue;

import static io.baedal.order.catalogue.MenuFixture.item;
import static io.baedal.order.catalogue.MenuFixture.one;
import static io.baedal.order.catalogue.MenuFixture.soldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.baedal.order.catalogue.MenuMismatch.Difference;
import io.baedal.order.ordering.Item;
import io.baedal.order.ordering.Money;
import io.baedal.order.ordering.OrderRequest;
import io.baedal.order.ordering.RequestedItem;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MenuPricesTest {

  private final Menus menus = mock(Menus.class);
  private final MenuPrices prices = new MenuPrices(menus);

  @Test
  void takesAMissingPriceFromTheMenu() {
    offer(item("APPLE", 1_000), item("WATER", 0));

    assertThat(
            prices.of(
                request(
                    new RequestedItem("APPLE", 3, null, List.of("peeled")),
                    one("WATER", null),
                    one("APPLE", 1_000L))))
        .containsExactly(
            new Item("APPLE", 3, 1_000, List.of("peeled")),
            new Item("WATER", 1, 0),
            new Item("APPLE", 1, 1_000));
  }

  @Test
  void asksForEachProductOnce() {
    when(menus.find("store-1", Set.of("APPLE")))
        .thenReturn(Optional.of(Map.of("APPLE", item("APPLE", 1_000))));

    assertThat(prices.of(request(one("APPLE", null), one("APPLE", null)))).hasSize(2);
  }

  @Test
  void namesEachDifference() {
    offer(
        item("APPLE", 1_000),
        soldOut("PEAR", 2_000),
        new MenuItem("TEA", new Money(300, Currency.getInstance("USD")), false));

    assertThat(
            differences(
                one("APPLE", 900L),
                one("APPLE", 1_000L),
                one("PLUM", 1L),
                one("PEAR", 1_999L),
                one("TEA", 300L),
                one("TEA", null)))
        .containsExactly(
            new Difference("items[0].unitPrice", "APPLE costs 1000 KRW, not 900 KRW"),
            new Difference("items[2].productName", "PLUM is not on the menu"),
            new Difference("items[3].productName", "PEAR is sold out"),
            new Difference("items[3].unitPrice", "PEAR costs 2000 KRW, not 1999 KRW"),
            new Difference("items[4].unitPrice", "TEA costs 300 USD, not 300 KRW"),
            new Difference("items[5].unitPrice", "TEA costs 300 USD, not KRW"));
  }

  @Test
  void limitsTheSumOfThePrices() {
    offer(item("GOLD", Item.MAX_UNIT_PRICE));

    assertThat(
            differences(
                new RequestedItem("GOLD", 999, null, List.of()),
                new RequestedItem("GOLD", 2, null, List.of())))
        .containsExactly(new Difference("items", "must not cost more than 1000000000000 together"));
  }

  @Test
  void refusesOrdersOfAStoreWithoutAMenu() {
    when(menus.find(any(), any())).thenReturn(Optional.empty());

    assertThatThrownBy(() -> prices.of(request(one("APPLE", 1_000L))))
        .isInstanceOf(NoMenu.class)
        .hasMessageContaining("store-1");
  }

  @Test
  void takesThePricesOfTheRequestWhereTheCatalogueIsDisabled() {
    assertThat(new GivenPrices().of(request(one("APPLE", 7L))))
        .containsExactly(new Item("APPLE", 1, 7));
  }

  private List<Difference> differences(RequestedItem... items) {
    return catchThrowableOfType(MenuMismatch.class, () -> prices.of(request(items))).differences();
  }

  private void offer(MenuItem... items) {
    when(menus.find(any(), any()))
        .thenReturn(
            Optional.of(
                Stream.of(items)
                    .collect(Collectors.toMap(MenuItem::productName, Function.identity()))));
  }

  private static OrderRequest request(RequestedItem... items) {
    return MenuFixture.request("store-1", "customer-1", null, items);
  }
}
