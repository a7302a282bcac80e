package io.baedal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@TestPropertySource(properties = "gateway.cors-origins=https://shop.example,http://localhost:3000")
class CrossSiteTest extends GatewayTestBase {

  private static final String SHOP = "https://shop.example";
  private static final String EVIL = "http://evil.example";
  private static final String FOREIGN = "urn:baedal:problem:foreign-origin";

  @ParameterizedTest
  @CsvSource({
    "/orders,                                 POST,   'GET,POST,HEAD'",
    "/orders/" + ID + ",                      DELETE, 'GET,DELETE,HEAD'",
    "/store-requests/" + ID + "/acceptance,   POST,   'GET,POST,HEAD'",
    "/stores/store-1/menu,                    PUT,    'GET,PUT,HEAD'",
    "/order-views/" + ID + "/events,          GET,    'GET,HEAD'"
  })
  void answersPreflightsOfAllowedOrigins(String path, String method, String methods) {
    preflight(SHOP, path, method)
        .expectStatus()
        .isNoContent()
        .expectHeader()
        .valueEquals("Access-Control-Allow-Origin", SHOP)
        .expectHeader()
        .value(
            "Access-Control-Allow-Methods",
            value -> assertThat(value.split(",")).containsExactlyInAnyOrder(methods.split(",")))
        .expectHeader()
        .value(
            "Access-Control-Allow-Headers",
            value -> assertThat(value).contains("Content-Type", "Idempotency-Key"))
        .expectHeader()
        .valueEquals("Vary", "Origin")
        .expectHeader()
        .valueEquals("Access-Control-Max-Age", "1800");
    noServiceWasCalled();
  }

  @Test
  void exposesHeadersToAllowedOrigins() {
    order(SHOP, "cross-site")
        .expectStatus()
        .isOk()
        .expectHeader()
        .valueEquals("Access-Control-Allow-Origin", SHOP)
        .expectHeader()
        .value(
            "Access-Control-Expose-Headers",
            value -> assertThat(value).contains("Location", "Retry-After"));
  }

  @Test
  void problemsAreReadableForAllowedOrigins() {
    gateway
        .put()
        .uri("/orders/" + ID)
        .header(HttpHeaders.ORIGIN, SHOP)
        .exchange()
        .expectStatus()
        .isEqualTo(405)
        .expectHeader()
        .valueEquals("Access-Control-Allow-Origin", SHOP);
  }

  @ParameterizedTest
  @CsvSource({SHOP + ", true", EVIL + ", false"})
  void earlyProblemsAreReadableForAllowedOriginsOnly(String origin, boolean readable)
      throws IOException {
    RawCall.Answer answer =
        RawCall.send(
            port,
            "GET /orders?a=%zz HTTP/1.1\r\nHost: localhost\r\nOrigin: " + origin + "\r\n\r\n");
    answer.problem(400, "invalid-request");
    assertThat(answer.header("Access-Control-Allow-Origin").contains(origin)).isEqualTo(readable);
    assertThat(answer.header("Vary")).containsExactly("origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        EVIL,
        "null",
        "http://shop.example",
        "https://shop.example:8443",
        "https://shop.example.evil.example",
        "https://SHOP.example"
      })
  void refusesPagesOfOtherOrigins(String origin) {
    expectForeign(preflight(origin, "/orders", "POST"));
    expectForeign(order(origin, "cross-site"));
    expectForeign(order(origin, null));
    noServiceWasCalled();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "anything"})
  void refusesChangesFromOtherSites(String site) {
    expectForeign(order(null, site));
    expectForeign(gateway.delete().uri("/orders/" + ID).header("Sec-Fetch-Site", site).exchange());
    noServiceWasCalled();
  }

  @Test
  void allowsChangesFromItsOwnPages() {
    order("http://localhost:" + port, "same-origin").expectStatus().isOk();
    order("https://localhost:" + port, null).expectStatus().isOk();
    order(null, "none").expectStatus().isOk();
    order(null, null).expectStatus().isOk();
  }

  @Test
  void doesNotForwardTheOriginToTheService() {
    order("http://localhost:" + port, "same-origin").expectStatus().isOk();
    order(SHOP, "cross-site").expectStatus().isOk();
    assertThat(Services.of(Service.ORDER).getAllServeEvents())
        .hasSize(2)
        .allSatisfy(
            event -> {
              assertThat(event.getRequest().containsHeader(HttpHeaders.ORIGIN)).isFalse();
              assertThat(event.getRequest().containsHeader("Sec-Fetch-Site")).isFalse();
            });
  }

  @Test
  void answersAreNotReadableForOtherOrigins() {
    gateway
        .get()
        .uri("/orders")
        .header(HttpHeaders.ORIGIN, EVIL)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .doesNotExist("Access-Control-Allow-Origin")
        .expectHeader()
        .valueEquals("Vary", "Origin");
  }

  @Test
  void refusesAPreflightForAnUnknownPathOrMethod() {
    preflight(SHOP, "/payment-requests/" + ID, "PUT")
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    preflight(SHOP, "/orders/" + ID, "PUT")
        .expectStatus()
        .isEqualTo(405)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain;charset=utf-8",
        "application/x-www-form-urlencoded",
        "multipart/form-data;boundary=x",
        "application/problem+json",
        "*/*"
      })
  void acceptsJsonOnly(String type) {
    gateway
        .post()
        .uri("/orders")
        .header(HttpHeaders.CONTENT_TYPE, type)
        .bodyValue("{}".getBytes(StandardCharsets.UTF_8))
        .exchange()
        .expectStatus()
        .isEqualTo(415)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:baedal:problem:unsupported-media-type");
    noServiceWasCalled();
  }

  @Test
  void aRequestWithoutABodyNeedsNoContentType() {
    gateway.post().uri("/store-requests/" + ID + "/acceptance").exchange().expectStatus().isOk();
    // sent by curl -d ''
    gateway
        .post()
        .uri("/store-requests/" + ID + "/acceptance")
        .header(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(HttpHeaders.CONTENT_LENGTH, "0")
        .exchange()
        .expectStatus()
        .isOk();
  }

  private WebTestClient.ResponseSpec preflight(String origin, String path, String method) {
    return gateway
        .method(HttpMethod.OPTIONS)
        .uri(path)
        .header(HttpHeaders.ORIGIN, origin)
        .header("Access-Control-Request-Method", method)
        .header("Access-Control-Request-Headers", "content-type")
        .exchange();
  }

  private WebTestClient.ResponseSpec order(String origin, String site) {
    return gateway
        .post()
        .uri("/orders")
        .contentType(MediaType.APPLICATION_JSON)
        .headers(
            headers -> {
              if (origin != null) {
                headers.setOrigin(origin);
              }
              if (site != null) {
                headers.set("Sec-Fetch-Site", site);
              }
            })
        .bodyValue("{}")
        .exchange();
  }

  private static void expectForeign(WebTestClient.ResponseSpec answer) {
    answer
        .expectStatus()
        .isForbidden()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectHeader()
        .doesNotExist("Access-Control-Allow-Origin")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo(FOREIGN);
  }
}
