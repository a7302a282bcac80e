package io.baedal.local.common;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** An account that the local identity provider has; its settings have the roles and ids. */
public enum Account {
  CUSTOMER,
  STORE,
  COURIER,
  OPERATOR,
  /** The orchestrator itself, a service that calls the others. */
  ORCHESTRATOR;

  /** The accounts that can log in to pages. */
  public static List<Account> people() {
    return List.of(CUSTOMER, STORE, COURIER, OPERATOR);
  }

  /** The name with which it logs in. */
  public String username() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The account of that name; if there is none, fails and names all. */
  public static Account named(String username) {
    return Arrays.stream(values())
        .filter(account -> account.username().equals(username))
        .findFirst()
        .orElseThrow(
            () ->
                new LocalFailure(
                    "There is no account named "
                        + username
                        + "; there are "
                        + Arrays.stream(values()).map(Account::username).collect(joining(", "))
                        + "."));
  }
}
