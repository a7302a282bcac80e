package io.baedal.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.baedal.web.WebAutoConfiguration;
import io.baedal.web.access.servlet.AccessAutoConfiguration;
import io.baedal.web.test.TestIssuer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tokens, roles and scopes, over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AccessIT {

  private static final TestIssuer ISSUER = new TestIssuer();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void issuer(DynamicPropertyRegistry properties) {
    properties.add("baedal.access.issuer", ISSUER::issuer);
  }

  @AfterAll
  static void close() {
    ISSUER.close();
  }

  @Test
  void aTokenOfTheProviderIsAccepted() throws Exception {
    assertThat(get("/things", ISSUER.token("customer")).body())
        .isEqualTo("{\"all\":false,\"customerId\":\"my-customer\",\"storeId\":null}");
  }

  @Test
  void anotherTypeOfTokenHeaderIsAccepted() throws Exception {
    assertThat(get("/things", ISSUER.sign(JWSAlgorithm.RS256, roles("store"))).body())
        .contains("\"storeId\":\"my-store\"", "\"customerId\":null");
  }

  @Test
  void withoutATokenACallIsRefused() throws Exception {
    HttpResponse<String> answer = get("/things", null);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"baedal\"");
    assertThat(answer.body()).contains("urn:baedal:problem:unauthorized");
  }

  @Test
  void unknownPathsNeedATokenToo() throws Exception {
    assertThat(get("/nowhere", null).statusCode()).isEqualTo(401);
    assertThat(get("/nowhere", ISSUER.token("customer")).statusCode()).isEqualTo(404);
  }

  @Test
  void anExpiredTokenIsRefused() throws Exception {
    refused(token -> token.expirationTime(Date.from(Instant.now().minusSeconds(60))));
  }

  @Test
  void aTokenWithoutAnExpiryIsRefused() throws Exception {
    refused(token -> token.expirationTime(null));
  }

  @Test
  void aTokenThatIsNotYetValidIsRefused() throws Exception {
    refused(token -> token.notBeforeTime(Date.from(Instant.now().plusSeconds(60))));
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() throws Exception {
    refused(token -> token.audience("other"));
    refused(token -> token.audience((String) null));
  }

  @Test
  void aTokenOfAnotherIssuerIsRefused() throws Exception {
    refused(token -> token.issuer("http://localhost:1"));
  }

  @Test
  void aTokenWithoutItsIdIsRefused() throws Exception {
    refused(token -> token.claim("roles", List.of("store")).claim("store_id", null));
    refused(token -> token.claim("roles", List.of("store")).claim("store_id", "a\nb"));
    refused(token -> token.subject(null));
  }

  @Test
  void anUnsignedTokenIsRefused() throws Exception {
    refused(new PlainJWT(ISSUER.claims(roles("customer"))).serialize());
  }

  @Test
  void anotherAlgorithmIsRefused() throws Exception {
    refused(ISSUER.sign(JWSAlgorithm.RS512, roles("customer")));
  }

  /** The public key, which anyone can read, is not a shared secret. */
  @Test
  void aTokenSignedWithThePublicKeyIsRefused() throws Exception {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(ISSUER.publicKey().getKeyID()).build(),
            ISSUER.claims(roles("customer")));
    token.sign(new MACSigner(ISSUER.publicKey().toRSAPublicKey().getEncoded()));

    refused(token.serialize());
  }

  @Test
  void aTokenThatBringsItsOwnKeyIsRefused() throws Exception {
    RSAKey own = new RSAKeyGenerator(2048).keyID("own").generate();
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                // of a known key: the provider is not asked for others too often
                .keyID(ISSUER.publicKey().getKeyID())
                .jwk(own.toPublicJWK())
                .jwkURL(URI.create("http://localhost:" + port + "/keys"))
                .build(),
            ISSUER.claims(roles("operator")));
    token.sign(new RSASSASigner(own));

    refused(token.serialize());
  }

  @Test
  void aChangedTokenIsRefused() throws Exception {
    String[] customer = ISSUER.token("customer").split("\\.");
    String[] operator = ISSUER.token("operator").split("\\.");

    refused(customer[0] + "." + operator[1] + "." + customer[2]);
    refused("x");
    refused("");
  }

  @Test
  void aNewKeyOfTheProviderIsFound() throws Exception {
    assertThat(get("/things", ISSUER.token("customer")).statusCode()).isEqualTo(200);

    ISSUER.rotateKey();

    assertThat(get("/things", ISSUER.token("customer")).statusCode()).isEqualTo(200);
  }

  @Test
  void anotherRoleIsRefused() throws Exception {
    for (String role : List.of("courier", "service", "CUSTOMER", "admin")) {
      HttpResponse<String> answer = get("/things", ISSUER.token(role));
      assertThat(answer.statusCode()).as(role).isEqualTo(403);
      assertThat(answer.body()).contains("urn:baedal:problem:forbidden");
    }
    assertThat(get("/things", ISSUER.token(token -> {})).statusCode()).isEqualTo(403);
  }

  @Test
  void anEndpointThatNoRuleNamesIsRefused() throws Exception {
    assertThat(
            get("/forgotten", ISSUER.token("customer", "store", "courier", "operator", "service"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void anOperatorSeesEverything() throws Exception {
    assertThat(get("/things", ISSUER.token("operator", "customer")).body())
        .isEqualTo("{\"all\":true,\"customerId\":null,\"storeId\":null}");
  }

  /** A store that is a customer too does not get an answer as a store where only customers may. */
  @Test
  void onlyRolesThatAnEndpointAllowsCount() throws Exception {
    assertThat(post("/things", ISSUER.token("store", "customer"), "{\"text\":\"a\"}"))
        .contains("\"customerId\":\"my-customer\"", "\"storeId\":null");
  }

  /** Its handler runs on another thread than the one that read the token. */
  @Test
  void aBodyThatArrivesLateBelongsToItsCaller() throws IOException {
    String body = "{\"text\":\"a\"}";
    try (var socket = new Socket("localhost", port)) {
      var out = socket.getOutputStream();
      out.write(
          ("POST /things HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                  + "Content-Type: application/json\r\nContent-Length: "
                  + body.length()
                  + "\r\nAuthorization: Bearer "
                  + ISSUER.token("customer")
                  + "\r\n\r\n{")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      out.write(body.substring(1).getBytes(StandardCharsets.US_ASCII));
      out.flush();

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200")
          .contains("my-customer");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic b3BlcmF0b3I6b3BlcmF0b3I=", "Bearer", "Token x"})
  void otherLoginsAreRefused(String authorization) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/things")).header("Authorization", authorization).build();

    assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  /** Tomcat reads it as ISO 8859-1, in which some bytes are control characters. */
  @Test
  void headersMayHaveAnyCharacter() throws Exception {
    try (var socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write(
              ("GET /things HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Name: \uc0ac\uacfc"
                      + "\r\nIdempotency-Key: \uc0ac\r\nAuthorization: Bearer "
                      + ISSUER.token("customer")
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200");
    }
  }

  /** A token in the address would be in logs. */
  @Test
  void aTokenInTheAddressIsRefused() throws Exception {
    assertThat(get("/things?access_token=" + ISSUER.token("customer"), null).statusCode())
        .isEqualTo(401);
  }

  private void refused(Consumer<JWTClaimsSet.Builder> change) throws Exception {
    refused(ISSUER.token(roles("customer").andThen(change)));
  }

  private void refused(String token) throws Exception {
    HttpResponse<String> answer = get("/things", token);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer realm=\"baedal\"");
    assertThat(answer.body()).contains("urn:baedal:problem:unauthorized");
  }

  private static Consumer<JWTClaimsSet.Builder> roles(String... roles) {
    return token -> token.claim("roles", List.of(roles));
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private String post(String path, String token, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  @Configuration
  @Import(Things.class)
  @ImportAutoConfiguration({
    AccessAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    WebAutoConfiguration.class,
    WebMvcAutoConfiguration.class
  })
  static class TestApplication {}

  @RestController
  static class Things {

    record Thing(String text) {}

    record Seen(boolean all, String customerId, String storeId) {
      static Seen of(Scope scope) {
        return new Seen(scope.all(), scope.customerId(), scope.storeId());
      }
    }

    @GetMapping("/things")
    @AllowedFor({Role.CUSTOMER, Role.STORE, Role.OPERATOR})
    Seen seen(Scope scope, HttpServletRequest request) {
      request.getHeaders("Idempotency-Key");
      return Seen.of(scope);
    }

    @PostMapping("/things")
    @AllowedFor(Role.CUSTOMER)
    Seen add(@RequestBody Thing thing, Scope scope) {
      return Seen.of(scope);
    }

    @GetMapping("/forgotten")
    String forgotten() {
      return "everything";
    }
  }
}
