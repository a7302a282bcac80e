package io.baedal.order.catalogue;

import io.baedal.web.access.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Replaces the menu of a store. */
@Service
public class ReplaceMenu {

  private final Menus menus;

  ReplaceMenu(Menus menus) {
    this.menus = menus;
  }

  /**
   * Stores the menu of a store in place of an earlier one. Orders have the prices of either menu,
   * and never of both.
   *
   * @throws MenuNotFound if the store is outside {@code scope}
   */
  @Transactional
  public void with(String storeId, Menu menu, Scope scope) {
    if (!scope.includesStore(storeId)) {
      throw new MenuNotFound(storeId);
    }
    menus.replace(storeId, menu);
  }
}
