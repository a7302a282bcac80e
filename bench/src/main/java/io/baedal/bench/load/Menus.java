package io.baedal.bench.load;

import io.baedal.local.common.Account;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.launcher.LocalSystem;
import java.io.IOException;
import java.net.http.HttpResponse;

/**
 * The menus of the stores {@code store-1} to {@code store-50}. All products of a store have the
 * same price.
 */
public final class Menus {

  static final int STORES = 50;

  private static final String MENU =
      """
      {"items": [{"productName": "APPLE", "unitPrice": %1$d},
                 {"productName": "REJECT-ME", "unitPrice": %1$d},
                 {"productName": "IGNORE-ME", "unitPrice": %1$d}]}""";

  /** Stores the menus, before orders are placed at a system. */
  public static void put(LocalSystem system) throws InterruptedException {
    var entrance = new Entrance(system, Account.OPERATOR);
    for (int store = 1; store <= STORES; store++) {
      put(entrance, "store-" + store, price(store));
    }
  }

  /** Stores the menu of one more store. */
  public static void put(Entrance entrance, String store, long price) throws InterruptedException {
    try {
      HttpResponse<String> answer =
          entrance.put("/stores/" + store + "/menu", MENU.formatted(price));
      if (answer.statusCode() != 200) {
        throw new LocalFailure("The menu of " + store + " was refused: " + answer.body());
      }
    } catch (IOException e) {
      throw new LocalFailure("The menu of " + store + " was not stored: " + e, e);
    }
  }

  /** In minor units. */
  static long price(int store) {
    return store * 1_000L;
  }

  private Menus() {}
}
