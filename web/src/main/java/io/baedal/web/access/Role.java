package io.baedal.web.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller is. A token has the names in lower case, in its claim {@code roles}. */
public enum Role {
  /** Places orders; sees and cancels its own. */
  CUSTOMER,
  /** Sets the menu of its store, answers the requests to it, and sees its orders. */
  STORE,
  /** Carries orders; sees deliveries that are offered, and its own. */
  COURIER,
  /** Sees and does everything that is not left to services. */
  OPERATOR,
  /** Another service of this system. */
  SERVICE;

  /** The role with this name in a token; empty for roles of other systems. */
  public static Optional<Role> named(String claim) {
    return Arrays.stream(values()).filter(role -> role.claim().equals(claim)).findFirst();
  }

  /** The name in a token. */
  public String claim() {
    return name().toLowerCase(Locale.ROOT);
  }
}
