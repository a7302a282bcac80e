package io.baedal.order.catalogue;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The menus of the stores, at most one for each. */
public interface Menus {

  Optional<Menu> find(String storeId);

  /** The items of a menu with these products, by their names; empty if the store has no menu. */
  Optional<Map<String, MenuItem>> find(String storeId, Collection<String> productNames);

  /** Stores a menu in place of an earlier one. Of two concurrent calls for a store, one waits. */
  void replace(String storeId, Menu menu);

  /** Stores the menu of a store that has none; false, and changes nothing, if it has one. */
  boolean add(String storeId, Menu menu);
}
