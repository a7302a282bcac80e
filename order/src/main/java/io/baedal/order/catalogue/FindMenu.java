package io.baedal.order.catalogue;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the menu of a store. */
@Service
public class FindMenu {

  private final Menus menus;

  FindMenu(Menus menus) {
    this.menus = menus;
  }

  /**
   * Returns the menu of a store, which everybody may see.
   *
   * @throws MenuNotFound if the store has none
   */
  @Transactional(readOnly = true)
  public Menu of(String storeId) {
    return menus.find(storeId).orElseThrow(() -> new MenuNotFound(storeId));
  }
}
