package io.baedal.web.access.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Makes the decoder that verifies tokens: their signature, issuer, audience and time. */
public final class TokenReader {

  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int LARGEST_KEYS_BYTES = 256 * 1024;

  /** For tokens with unknown keys, which anyone can send. */
  private static final Duration BETWEEN_REQUESTS_FOR_KEYS = Duration.ofSeconds(10);

  /** How long known keys are used while the provider is down. */
  private static final Duration OUTAGE = Duration.ofHours(4);

  public static JwtDecoder of(AccessProperties properties) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            properties.algorithms().stream()
                .map(algorithm -> JWSAlgorithm.parse(algorithm.getName()))
                .collect(Collectors.toSet()),
            keys(properties.keysOfIssuer())));
    // the validators below check the claims
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    var decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtIssuerValidator(properties.requiredIssuer()),
            new JwtTimestampValidator(properties.clockSkew()),
            rule("The token has no expiry", token -> token.getExpiresAt() != null),
            rule(
                "The token is for another audience",
                token ->
                    token.getAudience() != null
                        && token.getAudience().contains(properties.audience()))));
    return decoder;
  }

  /** The provider's keys; new ones are found when a token names them. */
  private static JWKSource<SecurityContext> keys(URI address) {
    try {
      return new ProviderKeys(
          JWKSourceBuilder.create(
                  address.toURL(),
                  new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_KEYS_BYTES))
              .rateLimited(BETWEEN_REQUESTS_FOR_KEYS.toMillis())
              .outageTolerant(OUTAGE.toMillis())
              .build());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("baedal.access.keys is not a URL: " + address, e);
    }
  }

  /**
   * Between two requests for the keys, a token with an unknown key is not valid. Without this, it
   * would be answered as if the provider were down.
   */
  private static final class ProviderKeys implements JWKSource<SecurityContext> {

    private final JWKSource<SecurityContext> keys;
    private volatile boolean known;

    ProviderKeys(JWKSource<SecurityContext> keys) {
      this.keys = keys;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
        throws KeySourceException {
      try {
        List<JWK> found = keys.get(selector, context);
        known = true;
        return found;
      } catch (RateLimitReachedException e) {
        if (known) {
          return List.of();
        }
        throw e;
      } catch (KeySourceException e) {
        known = false;
        throw e;
      }
    }
  }

  private interface Rule {
    boolean holds(Jwt token);
  }

  private static OAuth2TokenValidator<Jwt> rule(String message, Rule rule) {
    var error = new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, message, null);
    return token ->
        rule.holds(token)
            ? OAuth2TokenValidatorResult.success()
            : OAuth2TokenValidatorResult.failure(error);
  }

  private TokenReader() {}
}
