package io.baedal.gateway.login;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.PlainJWT;
import io.baedal.gateway.GatewayApplication;
import io.baedal.messaging.test.TestPostgres;
import io.baedal.web.test.TestIssuer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Programs are known by their token, browsers by a session. */
@SpringBootTest(
    classes = GatewayApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "gateway.drain=0s")
@DirtiesContext
class LoginIT {

  private static final String SESSION = "BAEDAL_SESSION";
  private static final String DATABASE = TestPostgres.newDatabase();
  private static final Provider PROVIDER = new Provider();

  @RegisterExtension
  static final WireMockExtension SERVICES = WireMockExtension.newInstance().build();

  @LocalServerPort int port;
  @LocalManagementPort int managementPort;

  private final String token = PROVIDER.issuer().token("customer");

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry properties) {
    PROVIDER.register(properties);
    properties.add("spring.datasource.url", () -> DATABASE);
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "postgres");
    for (String service : List.of("order", "payment", "delivery", "order-view")) {
      properties.add("gateway.routes." + service + ".url", SERVICES::baseUrl);
    }
  }

  @AfterAll
  static void close() {
    PROVIDER.close();
  }

  @BeforeEach
  void services() {
    SERVICES.stubFor(any(anyUrl()).willReturn(okJson("{}")));
  }

  @Test
  void aCallWithoutATokenIsRefused() throws Exception {
    HttpResponse<String> answer = new Browser(port).get("/orders");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"baedal\"");
    assertThat(answer.body()).contains("urn:baedal:problem:unauthorized");
    SERVICES.verify(0, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @MethodSource
  void aCallWithAnInvalidTokenIsRefused(String invalid) throws Exception {
    HttpResponse<String> answer = call("GET", "/orders", invalid);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("error=\"invalid_token\"");
    SERVICES.verify(0, anyRequestedFor(anyUrl()));
  }

  static Stream<String> aCallWithAnInvalidTokenIsRefused() {
    TestIssuer issuer = PROVIDER.issuer();
    Date passed = Date.from(Instant.now().minusSeconds(60));
    Date later = Date.from(Instant.now().plusSeconds(60));
    String valid = issuer.token("customer");
    return Stream.of(
        issuer.token(claims -> claims.expirationTime(passed)),
        issuer.token(claims -> claims.notBeforeTime(later)),
        issuer.token(claims -> claims.issuer("http://other.example")),
        issuer.token(claims -> claims.audience("gateway")),
        issuer.sign(JWSAlgorithm.RS512, claims -> {}),
        new PlainJWT(issuer.claims(claims -> {})).serialize(),
        valid.substring(0, valid.length() - 10) + "AAAAAAAAAA",
        "not.a.token");
  }

  @Test
  void aCallWithATokenIsForwardedWithIt() throws Exception {
    assertThat(call("GET", "/orders", token).statusCode()).isEqualTo(200);

    SERVICES.verify(
        getRequestedFor(urlEqualTo("/orders"))
            .withHeader("Authorization", equalTo("Bearer " + token)));
  }

  /** A program has no session, so no foreign page can use one. */
  @Test
  void aCallWithATokenNeedsNoOtherProof() throws Exception {
    HttpResponse<String> answer = call("DELETE", "/orders/1", token);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void aBrowserThatOpensAPageIsSentToTheLogin() throws Exception {
    HttpResponse<String> answer = new Browser(port).open("/session");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Browser.location(answer).getPath()).isEqualTo("/oauth2/authorization/baedal");
  }

  @Test
  void aBrowserThatOpensAnAddressOfTheApiIsRefused() throws Exception {
    assertThat(new Browser(port).open("/orders/1").statusCode()).isEqualTo(401);
  }

  @Test
  void theRequestToTheProviderHasAProof() throws Exception {
    var browser = new Browser(port);
    assertThat(Browser.location(browser.open("/login")).getPath())
        .isEqualTo("/oauth2/authorization/baedal");

    URI page = Browser.location(browser.open("/oauth2/authorization/baedal"));

    assertThat(page.toString()).startsWith(PROVIDER.issuer().issuer() + "/oauth2/authorize?");
    assertThat(Browser.query(page))
        .containsEntry("client_id", "gateway")
        .containsEntry("response_type", "code")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", "http://localhost:8088/login/oauth2/code/baedal")
        .containsKeys("state", "nonce", "code_challenge");
  }

  @Test
  void aBrowserHasASessionAndNeverAToken() throws Exception {
    Browser browser = loggedIn(token);

    assertThat(browser.get("/orders").statusCode()).isEqualTo(200);

    SERVICES.verify(
        getRequestedFor(urlEqualTo("/orders"))
            .withHeader("Authorization", equalTo("Bearer " + token))
            .withHeader("Cookie", absent()));
    assertThat(browser.everythingSeen()).doesNotContain("eyJ");
  }

  @Test
  void theCookieOfTheSessionIsForTheGatewayAlone() throws Exception {
    var browser = new Browser(port);
    HttpResponse<String> answer = browser.open("/oauth2/authorization/baedal");

    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith(SESSION + "=")
        .containsIgnoringCase("HttpOnly")
        .contains("Secure", "SameSite=Lax", "Path=/")
        .doesNotContain("Max-Age", "Domain");
  }

  /** Otherwise someone could give a victim a session that they know. */
  @Test
  void theSessionHasAnotherIdAfterTheLogin() throws Exception {
    var browser = new Browser(port);
    URI page = Browser.location(browser.open("/oauth2/authorization/baedal"));
    String before = browser.cookie(SESSION);

    logIn(browser, page, token, Duration.ofMinutes(15));

    assertThat(browser.cookie(SESSION)).isNotEqualTo(before);
    assertThat(
            new Browser(port)
                .send("GET", "/orders", Map.of("Cookie", SESSION + "=" + before))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void aLoginWithAForeignStateFails() throws Exception {
    var browser = new Browser(port);
    browser.open("/oauth2/authorization/baedal");

    HttpResponse<String> answer = browser.open("/login/oauth2/code/baedal?code=c&state=foreign");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(browser.get("/orders").statusCode()).isEqualTo(401);
  }

  @Test
  void anIdTokenOfAnotherLoginOrForAnotherClientIsRefused() throws Exception {
    for (boolean otherLogin : List.of(true, false)) {
      var browser = new Browser(port);
      Map<String, String> page =
          Browser.query(Browser.location(browser.open("/oauth2/authorization/baedal")));
      PROVIDER.acceptCodeFor(
          otherLogin ? "gateway" : "another", token, otherLogin ? "other" : page.get("nonce"));

      HttpResponse<String> answer =
          browser.open("/login/oauth2/code/baedal?code=c&state=" + page.get("state"));

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(browser.get("/orders").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void aPageLearnsWhoHasLoggedIn() throws Exception {
    HttpResponse<String> answer = loggedIn(token).get("/session");

    assertThat(answer.body())
        .isEqualTo(
            "{\"name\":\"somebody\",\"roles\":[\"CUSTOMER\"],\"customerId\":\"my-customer\"}");
  }

  @Test
  void aChangeByASessionNeedsTheValueOfACookie() throws Exception {
    Browser browser = loggedIn(token);
    browser.get("/session");

    assertThat(browser.send("DELETE", "/orders/1", Map.of()).statusCode()).isEqualTo(403);
    assertThat(browser.send("DELETE", "/orders/1", Map.of("X-XSRF-TOKEN", "guess")).statusCode())
        .isEqualTo(403);
    SERVICES.verify(0, deleteRequestedFor(anyUrl()));

    assertThat(browser.send("DELETE", "/orders/1", csrf(browser)).statusCode()).isEqualTo(200);
    SERVICES.verify(
        deleteRequestedFor(urlEqualTo("/orders/1")).withHeader("X-XSRF-TOKEN", absent()));
  }

  @Test
  void anAccessTokenIsRefreshed() throws Exception {
    String second = PROVIDER.issuer().token("customer");
    PROVIDER.acceptRefresh(second);
    Browser browser = loggedIn(token, Duration.ofSeconds(1));

    assertThat(browser.get("/orders").statusCode()).isEqualTo(200);

    SERVICES.verify(
        getRequestedFor(urlEqualTo("/orders"))
            .withHeader("Authorization", equalTo("Bearer " + second)));
  }

  @Test
  void aLoginThatEndedAtTheProviderEndsHere() throws Exception {
    PROVIDER.refuseRefresh();
    Browser browser = loggedIn(token, Duration.ofSeconds(1));

    HttpResponse<String> answer = browser.get("/orders");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("Your login has ended");
    SERVICES.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void aLogoutEndsTheSessionHereAndAtTheProvider() throws Exception {
    Browser browser = loggedIn(token);
    browser.get("/session");
    String session = browser.cookie(SESSION);
    assertThat(browser.send("POST", "/logout", Map.of()).statusCode()).isEqualTo(403);

    HttpResponse<String> answer = browser.send("POST", "/logout", csrf(browser));

    URI next = URI.create(answer.body().replaceAll(".*\"next\":\"([^\"]+)\".*", "$1"));
    assertThat(answer.headers().firstValue("Clear-Site-Data")).isPresent();
    assertThat(next.toString()).startsWith(PROVIDER.issuer().issuer() + "/connect/logout?");
    assertThat(Browser.query(next))
        .containsEntry("post_logout_redirect_uri", "http://localhost:8088/")
        .containsKey("id_token_hint");
    assertThat(
            new Browser(port)
                .send("GET", "/orders", Map.of("Cookie", SESSION + "=" + session))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void anotherReplicaKnowsTheSession() throws Exception {
    Browser browser = loggedIn(token);

    try (var replica =
        new SpringApplicationBuilder(GatewayApplication.class)
            .initializers(
                context -> context.getBeanFactory().addBeanPostProcessor(new OwnEventLoops()))
            .run(
                "--server.port=0",
                "--management.server.port=0",
                "--gateway.drain=0s",
                "--baedal.access.issuer=" + PROVIDER.issuer().issuer(),
                "--spring.datasource.url=" + DATABASE,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--gateway.routes.order.url=" + SERVICES.baseUrl())) {
      int other = ((WebServerApplicationContext) replica).getWebServer().getPort();

      assertThat(browser.at(other).get("/orders").statusCode()).isEqualTo(200);
    }
  }

  /** As Spring Boot does it for the contexts of tests: otherwise a closed one stops all others. */
  private static final class OwnEventLoops implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
      if (bean instanceof ReactorResourceFactory loops) {
        loops.setUseGlobalResources(false);
      }
      return bean;
    }
  }

  @Test
  void aBrowserReturnsToThePageThatNeededTheLogin() throws Exception {
    var browser = new Browser(port);
    browser.open("/session?x=1");
    URI page = Browser.location(browser.open("/oauth2/authorization/baedal"));
    PROVIDER.acceptCode(token, Duration.ofMinutes(15), Browser.query(page).get("nonce"));

    HttpResponse<String> answer =
        browser.open("/login/oauth2/code/baedal?code=c&state=" + Browser.query(page).get("state"));

    assertThat(Browser.location(answer)).isEqualTo(URI.create("/session?x=1"));
  }

  /** A browser asks before it sends a token. */
  @Test
  void aPreflightNeedsNoToken() throws Exception {
    HttpResponse<String> answer =
        new Browser(port)
            .send(
                "OPTIONS",
                "/orders",
                Map.of("Origin", "https://shop.example", "Access-Control-Request-Method", "POST"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("urn:baedal:problem:foreign-origin");
  }

  @Test
  void metricsAreForOperators() throws Exception {
    var management = new Browser(managementPort);

    assertThat(management.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(management.get("/actuator/info").statusCode()).isEqualTo(401);
    assertThat(info(token)).isEqualTo(403);
    assertThat(info(PROVIDER.issuer().token("operator"))).isEqualTo(200);
  }

  private int info(String bearer) throws Exception {
    return new Browser(managementPort)
        .send("GET", "/actuator/info", Map.of("Authorization", "Bearer " + bearer))
        .statusCode();
  }

  @Test
  void theDescriptionOfTheApiIsForEverybody() throws Exception {
    assertThat(new Browser(port).get("/openapi/order").statusCode()).isEqualTo(200);
    assertThat(new Browser(port).open("/swagger-ui/index.html").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> call(String method, String path, String bearer) throws Exception {
    return new Browser(port).send(method, path, Map.of("Authorization", "Bearer " + bearer));
  }

  private static Map<String, String> csrf(Browser browser) {
    return Map.of("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
  }

  private Browser loggedIn(String accessToken) throws Exception {
    return loggedIn(accessToken, Duration.ofMinutes(15));
  }

  private Browser loggedIn(String accessToken, Duration valid) throws Exception {
    var browser = new Browser(port);
    URI page = Browser.location(browser.open("/oauth2/authorization/baedal"));
    logIn(browser, page, accessToken, valid);
    return browser;
  }

  private static void logIn(Browser browser, URI page, String accessToken, Duration valid)
      throws Exception {
    PROVIDER.acceptCode(accessToken, valid, Browser.query(page).get("nonce"));
    HttpResponse<String> answer =
        browser.open("/login/oauth2/code/baedal?code=c&state=" + Browser.query(page).get("state"));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Browser.location(answer)).isEqualTo(URI.create("/"));
  }
}
