package io.baedal.local.command;

import io.baedal.local.common.Account;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Place;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The operator's access token: an option for another system, fetched for the local one. */
final class OperatorToken {

  static final String VARIABLE = "BAEDAL_TOKEN";

  @Mixin private Place place = new Place();

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      arity = "0..1",
      interactive = true,
      description = {
        "An operator's access token at another system; without a value, it is prompted for",
        "(environment: " + VARIABLE + "). The local system needs none."
      })
  private @Nullable String token;

  Place place() {
    return place;
  }

  /** The header for another system; only this reads the environment variable. */
  Supplier<@Nullable String> elsewhere() {
    String known = token == null ? System.getenv(VARIABLE) : token;
    if (known == null || known.isEmpty()) {
      throw new LocalFailure("Another system needs --token, or " + VARIABLE + ".");
    }
    return () -> "Bearer " + known;
  }

  /** The header for the local system; fails if none ever ran here. */
  Supplier<@Nullable String> here() {
    return place.tokens(Account.OPERATOR)::bearer;
  }
}
