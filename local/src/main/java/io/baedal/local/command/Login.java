package io.baedal.local.command;

import io.baedal.local.common.Credentials;
import io.baedal.local.common.LocalFailure;
import io.baedal.local.common.Passwords;
import io.baedal.local.common.Place;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The operator's login options, for the local system or another one. */
final class Login {

  static final String PASSWORD = "BAEDAL_OPERATOR_PASSWORD";

  @Mixin private Place place = new Place();

  @Option(
      names = "--user",
      paramLabel = "NAME",
      defaultValue = Credentials.OPERATOR,
      description = "The operator's name (default: ${DEFAULT-VALUE}).")
  private String user = Credentials.OPERATOR;

  @Option(
      names = "--password",
      paramLabel = "PASSWORD",
      arity = "0..1",
      interactive = true,
      description = {
        "The operator's password at another system; without a value, it is prompted for",
        "(environment: " + PASSWORD + "). The local system needs none."
      })
  private @Nullable String password;

  Place place() {
    return place;
  }

  /** The login for another system; only this login reads the environment variable. */
  Credentials elsewhere() {
    String known = password == null ? System.getenv(PASSWORD) : password;
    if (known == null || known.isEmpty()) {
      throw new LocalFailure("Another system needs --password, or " + PASSWORD + ".");
    }
    return new Credentials(user, known);
  }

  /** The login for the local system; fails with {@code none} if no system ever ran here. */
  Credentials here(Supplier<LocalFailure> none) {
    return Optional.ofNullable(password)
        .or(new Passwords(place.data())::knownOperator)
        .map(known -> new Credentials(user, known))
        .orElseThrow(none);
  }
}
