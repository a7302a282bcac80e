package io.baedal.order.catalogue;

import static io.baedal.order.catalogue.MenuFixture.item;
import static io.baedal.order.catalogue.MenuFixture.menu;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.order.DatabaseTest;
import io.baedal.web.access.Scope;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ImportMenusIT {

  @Autowired ImportMenus importMenus;
  @Autowired ReplaceMenu replaceMenu;
  @Autowired FindMenu findMenu;

  private final String store = MenuFixture.newStore();
  private final String other = MenuFixture.newStore();

  @Test
  void theFileIsImportedAtTheStart() {
    assertThat(findMenu.of("s").items()).containsExactly(item("APPLE", 1_000));
  }

  @Test
  void changesNoMenuThatAStoreHas() {
    replaceMenu.with(store, menu(), Scope.ALL);

    assertThat(importMenus.add(Map.of(store, menu(item("APPLE", 1)), other, menu(item("PEAR", 2)))))
        .isEqualTo(1);

    assertThat(findMenu.of(store)).isEqualTo(menu());
    assertThat(findMenu.of(other)).isEqualTo(menu(item("PEAR", 2)));
  }
}
