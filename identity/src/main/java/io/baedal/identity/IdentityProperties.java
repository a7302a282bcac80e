package io.baedal.identity;

import io.baedal.web.access.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The provider's accounts and clients.
 *
 * @param issuer its address, as browsers and services reach it
 * @param keyFile where the signing key is kept over restarts; without it, each start has a new key,
 *     and earlier tokens are not valid any more
 * @param tokenLifetime how long an access token is valid
 * @param sessionLifetime how long a login is valid without activity
 * @param accounts by their names
 * @param gateway the client of the web pages; none without a gateway
 */
@Validated
@ConfigurationProperties("identity")
record IdentityProperties(
    @NotBlank String issuer,
    @Nullable Path keyFile,
    @DefaultValue("15m") Duration tokenLifetime,
    @DefaultValue("8h") Duration sessionLifetime,
    @NotEmpty Map<String, @Valid Account> accounts,
    @Valid @Nullable Gateway gateway) {

  IdentityProperties {
    accounts = accounts == null ? Map.of() : Map.copyOf(accounts);
  }

  /**
   * A person, who can log in, or a service. Both can get a token by their name and password (client
   * credentials).
   *
   * @param customerId whose orders it sees as a customer; its name by default
   * @param storeId whose orders it sees as a store; its name by default
   * @param courierId whose deliveries it sees as a courier; its name by default
   */
  record Account(
      @NotBlank String password,
      @NotEmpty List<Role> roles,
      @Nullable String customerId,
      @Nullable String storeId,
      @Nullable String courierId) {

    boolean isPerson() {
      return !roles.contains(Role.SERVICE);
    }
  }

  /**
   * The gateway, which logs people in (authorization code with PKCE).
   *
   * @param loginUris the addresses to which a browser returns after the login
   * @param logoutUris the addresses to which it returns after the logout
   */
  record Gateway(
      @DefaultValue("gateway") @NotBlank String name,
      @NotBlank String password,
      @NotEmpty List<String> loginUris,
      @NotEmpty List<String> logoutUris) {}
}
