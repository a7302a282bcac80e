package io.baedal.order.catalogue;

import io.baedal.order.ordering.OrderRefused;

/** The store has no menu, so nothing can be ordered from it. */
public final class NoMenu extends OrderRefused {

  private static final long serialVersionUID = 1L;

  NoMenu(String storeId) {
    super("Store " + storeId + " has no menu, so nothing can be ordered from it.");
  }
}
