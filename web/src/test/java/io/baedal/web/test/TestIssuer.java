package io.baedal.web.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** An identity provider for tests: issues tokens and serves its keys over HTTP. */
public final class TestIssuer implements AutoCloseable {

  public static final String AUDIENCE = "baedal";

  private final HttpServer server;
  private RSAKey key = newKey();
  private JWKSet published = new JWKSet(key);

  public TestIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/oauth2/jwks",
        exchange -> {
          byte[] keys = published.toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
  }

  /** The claim {@code iss}. */
  public String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Signs with a new key from now on, and publishes only that. */
  public void rotateKey() {
    key = newKey();
    published = new JWKSet(key);
  }

  /** Signs with a key from now on that is not published. */
  public void loseKey() {
    key = newKey();
  }

  /** A valid token with these roles, whose ids are {@code my-customer} and so on. */
  public String token(String... roles) {
    return token(claims -> claims.claim("roles", List.of(roles)));
  }

  /** A token that is valid but for the given changes. */
  public String token(Consumer<JWTClaimsSet.Builder> changes) {
    return sign(JWSAlgorithm.RS256, changes);
  }

  /** The same with another algorithm. */
  public String sign(JWSAlgorithm algorithm, Consumer<JWTClaimsSet.Builder> changes) {
    try {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims(changes));
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The claims of a valid token but for the given changes. */
  public JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> changes) {
    Instant now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(AUDIENCE)
            .subject("somebody")
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("customer_id", "my-customer")
            .claim("store_id", "my-store")
            .claim("courier_id", "my-courier");
    changes.accept(claims);
    return claims.build();
  }

  /** The published key, in the form in which anyone can read it. */
  public RSAKey publicKey() {
    return key.toPublicJWK();
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
