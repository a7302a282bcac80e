package io.baedal.order.catalogue;

import static io.baedal.order.catalogue.MenuFixture.item;
import static io.baedal.order.catalogue.MenuFixture.menu;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.order.DatabaseTest;
import io.baedal.order.ordering.OrderFixture;
import io.baedal.order.ordering.PlaceOrder;
import io.baedal.web.access.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A trusted system in front of the service sets the prices. */
@DatabaseTest
@TestPropertySource(properties = "order.catalogue.enabled=false")
class CatalogueDisabledIT {

  @Autowired PlaceOrder placeOrder;
  @Autowired ReplaceMenu replaceMenu;
  @Autowired FindMenu findMenu;

  private final String store = MenuFixture.newStore();

  @Test
  void ordersHaveThePricesOfTheirRequests() {
    var request = MenuFixture.request(store, "customer-1", null, MenuFixture.one("ANYTHING", 7L));

    assertThat(
            placeOrder
                .place(OrderFixture.newId(), request, null)
                .order()
                .content()
                .total()
                .amount())
        .isEqualTo(7);
  }

  /** So that they are complete when the catalogue is enabled. */
  @Test
  void menusCanBeStored() {
    replaceMenu.with(store, menu(item("APPLE", 1)), Scope.ALL);

    assertThat(findMenu.of(store)).isEqualTo(menu(item("APPLE", 1)));
  }
}
