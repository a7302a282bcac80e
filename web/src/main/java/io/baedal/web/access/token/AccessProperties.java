package io.baedal.web.access.token;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens a service accepts.
 *
 * @param issuer the OpenID Connect provider, as in the claim {@code iss}; required, there is no
 *     access without tokens
 * @param keys the address of the provider's keys (JWK set); {@code /oauth2/jwks} below the issuer
 *     by default
 * @param audience what the claim {@code aud} must contain
 * @param algorithms the accepted signature algorithms
 * @param clockSkew how much the clocks of the provider and of this service may differ
 * @param openEndpoints the actuator endpoints that need no token, such as {@code prometheus} in a
 *     network that only Prometheus reaches; the others are for operators
 */
@Validated
@ConfigurationProperties("baedal.access")
public record AccessProperties(
    @Nullable String issuer,
    @Nullable URI keys,
    @DefaultValue("baedal") @NotBlank String audience,
    @DefaultValue({"RS256", "ES256"}) @NotEmpty List<SignatureAlgorithm> algorithms,
    @DefaultValue("30s") Duration clockSkew,
    @DefaultValue("health") Set<String> openEndpoints,
    @DefaultValue @Valid LocalTrust localTrust) {

  /**
   * Whether programs on this machine need no token, for local runs only. The service must listen on
   * a loopback address.
   *
   * @param customerId whose orders they may see and place
   * @param storeId whose orders they may see and answer
   * @param courierId whose deliveries they may see and change
   */
  public record LocalTrust(
      @DefaultValue("false") boolean enabled,
      @DefaultValue("customer-1") @NotBlank String customerId,
      @DefaultValue("store-1") @NotBlank String storeId,
      @DefaultValue("courier-1") @NotBlank String courierId) {

    /**
     * @throws IllegalStateException if others could reach the service, or name an address of their
     *     own
     */
    public void requireLocal(ServerProperties server, List<String> profiles) {
      if (!enabled) {
        return;
      }
      InetAddress address = server.getAddress();
      if (address == null || !address.isLoopbackAddress()) {
        throw new IllegalStateException(
            "baedal.access.local-trust needs a loopback address in server.address");
      }
      ForwardHeadersStrategy forwarded = server.getForwardHeadersStrategy();
      if (forwarded != null && forwarded != ForwardHeadersStrategy.NONE) {
        throw new IllegalStateException(
            "baedal.access.local-trust does not work with server.forward-headers-strategy");
      }
      if (profiles.stream().anyMatch(profile -> profile.startsWith("prod"))) {
        throw new IllegalStateException("baedal.access.local-trust is not for production");
      }
    }
  }

  /**
   * @throws IllegalStateException if it is not set
   */
  public String requiredIssuer() {
    if (issuer == null || issuer.isBlank()) {
      throw new IllegalStateException(
          "baedal.access.issuer is not set: the OpenID Connect provider whose tokens are accepted");
    }
    return issuer;
  }

  public URI keysOfIssuer() {
    return keys == null ? URI.create(requiredIssuer() + "/oauth2/jwks") : keys;
  }
}
