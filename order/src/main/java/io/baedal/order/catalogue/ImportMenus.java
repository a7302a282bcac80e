package io.baedal.order.catalogue;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds the menus of stores that have none. */
@Service
public class ImportMenus {

  private final Menus menus;

  ImportMenus(Menus menus) {
    this.menus = menus;
  }

  /**
   * Adds menus by their stores in one transaction; menus of other stores are not changed.
   *
   * @return how many were added
   */
  @Transactional
  public int add(Map<String, Menu> menusByStore) {
    int added = 0;
    // sorted, so that two instances that start together cannot wait for each other
    for (var menu : new TreeMap<>(menusByStore).entrySet()) {
      if (menus.add(menu.getKey(), menu.getValue())) {
        added++;
      }
    }
    return added;
  }
}
