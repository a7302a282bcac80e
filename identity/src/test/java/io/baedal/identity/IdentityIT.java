package io.baedal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tokens for programs, and the login of a person in a browser. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.autoconfigure.exclude=io.baedal.web.test.AnyCaller",
      "identity.issuer=http://issuer.example",
      "identity.accounts.customer.password=customer-password",
      "identity.accounts.store.password=store-password",
      "identity.accounts.courier.password=courier-password",
      "identity.accounts.operator.password=operator-password",
      "identity.accounts.orchestrator.password=orchestrator-password",
      "identity.gateway.password=gateway-password",
      "identity.gateway.login-uris=http://localhost:8088/login/oauth2/code/baedal",
      "identity.gateway.logout-uris=http://localhost:8088/"
    })
class IdentityIT {

  private static final String VERIFIER = "v".repeat(43);
  private static final String RETURN = "http://localhost:8088/login/oauth2/code/baedal";
  private static final String AFTER_LOGOUT = "http://localhost:8088/";

  @TempDir private static Path directory;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void keyFile(DynamicPropertyRegistry properties) {
    properties.add("identity.key-file", () -> directory.resolve("keys/key.json"));
  }

  @Test
  void anAccountGetsATokenByItsPassword() throws Exception {
    JWTClaimsSet claims = accessToken(token("customer", "customer-password", "client_credentials"));

    assertThat(claims.getIssuer()).isEqualTo("http://issuer.example");
    assertThat(claims.getAudience()).containsExactly("baedal");
    assertThat(claims.getSubject()).isEqualTo("customer");
    assertThat(claims.getStringListClaim("roles")).containsExactly("customer");
    assertThat(claims.getStringClaim("customer_id")).isEqualTo("customer-1");
    assertThat(claims.getClaims()).doesNotContainKeys("store_id", "courier_id");
    assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
  }

  @Test
  void aServiceGetsATokenWithoutAnId() throws Exception {
    JWTClaimsSet claims =
        accessToken(token("orchestrator", "orchestrator-password", "client_credentials"));

    assertThat(claims.getStringListClaim("roles")).containsExactly("service");
    assertThat(claims.getClaims()).doesNotContainKeys("customer_id", "store_id", "courier_id");
  }

  @Test
  void aWrongPasswordOrGrantGetsNone() throws Exception {
    assertThat(token("customer", "orchestrator-password", "client_credentials").statusCode())
        .isEqualTo(401);
    assertThat(token("gateway", "gateway-password", "client_credentials").statusCode())
        .isEqualTo(400);
    assertThat(token("customer", "customer-password", "password").statusCode()).isEqualTo(400);
  }

  @Test
  void theKeyIsKeptForItsOwnerAlone() throws Exception {
    Path file = directory.resolve("keys/key.json");

    assertThat(SigningKey.in(file)).isEqualTo(SigningKey.in(file));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aPersonLogsInAndTheGatewayGetsTheirToken() throws Exception {
    JsonNode answer = tokens(query(logIn("customer", "customer-password"), "code"));

    assertThat(claims(answer.get("access_token")).getStringClaim("customer_id"))
        .isEqualTo("customer-1");
    assertThat(claims(answer.get("id_token")).getAudience()).containsExactly("gateway");
    assertThat(answer.has("refresh_token")).isTrue();
  }

  /** Its browser session lasts over several access tokens. */
  @Test
  void theGatewayEndsALoginThatItHasRefreshed() throws Exception {
    JsonNode login = tokens(query(logIn("customer", "customer-password"), "code"));
    JsonNode refreshed = refresh(login);
    assertThat(refreshed.get("id_token")).isNotEqualTo(login.get("id_token"));
    assertThat(refreshed.get("refresh_token")).isEqualTo(login.get("refresh_token"));

    URI end = logOut(login.get("id_token").asText());

    assertThat(end).isEqualTo(URI.create(AFTER_LOGOUT));
    assertThat(authorized().getPath()).isEqualTo("/login");
  }

  @Test
  void aServiceCannotLogIn() throws Exception {
    assertThat(logIn("orchestrator", "orchestrator-password").getPath()).isEqualTo("/login");
  }

  @Test
  void theGatewayNeedsAProofOfItsRequest() throws Exception {
    HttpResponse<String> answer = page(authorize().replaceAll("&code_challenge.*", ""));

    assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("code=");
  }

  /** Returns to where the browser is led at the end. */
  private URI logIn(String name, String password) throws Exception {
    assertThat(page(authorize()).statusCode()).isEqualTo(302);
    String form = page("/login").body();
    Matcher csrf = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form);
    assertThat(csrf.find()).isTrue();
    HttpResponse<String> loggedIn =
        post(
            "/login",
            "username=" + name + "&password=" + password + "&_csrf=" + encoded(csrf.group(1)),
            null,
            null);
    URI next = location(loggedIn);
    if (next.getPath().equals("/login")) {
      return next;
    }
    return location(page(next.getRawPath() + "?" + next.getRawQuery()));
  }

  /** Where the provider leads a browser that opens the page of the login. */
  private URI authorized() throws Exception {
    return location(page(authorize()));
  }

  private URI logOut(String idToken) throws Exception {
    return location(
        page(
            "/connect/logout?id_token_hint="
                + idToken
                + "&post_logout_redirect_uri="
                + encoded(AFTER_LOGOUT)));
  }

  private HttpResponse<String> page(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").build(),
        BodyHandlers.ofString());
  }

  private JsonNode tokens(String code) throws Exception {
    return gatewayTokens(
        "grant_type=authorization_code&code="
            + code
            + "&redirect_uri="
            + encoded(RETURN)
            + "&code_verifier="
            + VERIFIER);
  }

  private JsonNode refresh(JsonNode login) throws Exception {
    return gatewayTokens(
        "grant_type=refresh_token&refresh_token=" + login.get("refresh_token").asText());
  }

  private JsonNode gatewayTokens(String form) throws Exception {
    return json.readTree(post("/oauth2/token", form, "gateway", "gateway-password").body());
  }

  private static String authorize() throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    return "/oauth2/authorize?response_type=code&client_id=gateway&scope=openid&state=s&redirect_uri="
        + encoded(RETURN)
        + "&code_challenge_method=S256&code_challenge="
        + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  private HttpResponse<String> token(String name, String password, String grant) throws Exception {
    return post("/oauth2/token", "grant_type=" + grant, name, password);
  }

  private HttpResponse<String> post(String path, String form, String name, String password)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    if (name != null) {
      request.header(
          "Authorization",
          "Basic "
              + Base64.getEncoder()
                  .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private JWTClaimsSet accessToken(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(200);
    return claims(json.readTree(answer.body()).get("access_token"));
  }

  private static JWTClaimsSet claims(JsonNode token) throws Exception {
    return SignedJWT.parse(token.asText()).getJWTClaimsSet();
  }

  private static URI location(HttpResponse<?> answer) {
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private static String query(URI uri, String name) {
    Matcher value = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(uri.getRawQuery());
    assertThat(value.find()).as(uri.toString()).isTrue();
    return URLDecoder.decode(value.group(1), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
