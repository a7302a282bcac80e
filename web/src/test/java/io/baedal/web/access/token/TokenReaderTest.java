package io.baedal.web.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedal.web.test.TestIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** What the decoder does while the provider or its keys change. */
class TokenReaderTest {

  private final TestIssuer issuer = new TestIssuer();
  private final JwtDecoder decoder = TokenReader.of(properties(issuer.issuer()));

  @AfterEach
  void close() {
    issuer.close();
  }

  /** Anyone can invent keys; the provider is not asked for each of them. */
  @Test
  void aTokenWithAnUnknownKeyIsNotValidHoweverOftenItComes() {
    String valid = issuer.token("customer");
    decoder.decode(valid);
    issuer.loseKey();

    for (int i = 0; i < 5; i++) {
      String unknown = issuer.token("customer");
      assertThatThrownBy(() -> decoder.decode(unknown)).isInstanceOf(BadJwtException.class);
    }
    assertThat(decoder.decode(valid).getSubject()).isEqualTo("somebody");
  }

  /** Whether the token is valid is not known. */
  @Test
  void withoutAnyKeysATokenIsNeitherValidNorInvalid() {
    String token = issuer.token("customer");
    issuer.close();

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> decoder.decode(token))
          .isInstanceOf(JwtException.class)
          .isNotInstanceOf(BadJwtException.class);
    }
  }

  @Test
  void knownKeysAreUsedWhileTheProviderIsDown() {
    decoder.decode(issuer.token("customer"));
    issuer.close();

    assertThat(decoder.decode(issuer.token("customer")).getSubject()).isEqualTo("somebody");
  }

  private static AccessProperties properties(String issuer) {
    return new AccessProperties(
        issuer,
        null,
        TestIssuer.AUDIENCE,
        List.of(SignatureAlgorithm.RS256),
        Duration.ofSeconds(30),
        Set.of("health"),
        new AccessProperties.LocalTrust(false, "customer-1", "store-1", "courier-1"));
  }
}
