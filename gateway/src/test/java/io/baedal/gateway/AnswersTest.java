package io.baedal.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Properties of all answers, from the gateway or from a service. */
@TestPropertySource(
    properties = "spring.cloud.gateway.server.webflux.httpclient.response-timeout=20s")
class AnswersTest extends GatewayTestBase {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/orders", "/unknown", "/openapi/order"})
  void areNotCachedNotSniffedAndLoadNothing(String path) {
    gateway
        .get()
        .uri(path)
        .exchange()
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff")
        .expectHeader()
        .valueEquals("Cache-Control", "no-store")
        .expectHeader()
        .valueMatches("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'.*")
        .expectHeader()
        .valueEquals("Referrer-Policy", "no-referrer");
  }

  @Test
  void keepTheCacheHeadersOfTheService() {
    Services.of(Service.ORDER_VIEW)
        .stubFor(
            any(anyUrl())
                .willReturn(
                    aResponse()
                        .withHeader("Cache-Control", "no-cache")
                        .withHeader("X-Content-Type-Options", "nosniff")));
    gateway
        .get()
        .uri("/order-views")
        .exchange()
        .expectHeader()
        .valueEquals("Cache-Control", "no-cache")
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "application/json;charset=utf-16",
        "application/xml",
        "nonsense",
        "*/*;q=2",
        "image/png",
        ";;;"
      })
  void areOkOrNotAcceptableForAnyAcceptHeader(String accept) throws IOException {
    RawCall.Answer answer =
        RawCall.send(
            port,
            "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: "
                + accept
                + "\r\n\r\n");
    if (answer.status() != 200) {
      answer.problem(406, "not-acceptable");
    }
  }

  @Test
  void areNotAcceptableForTooManyMediaTypes() throws IOException {
    RawCall.send(
            port,
            "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: " + "a/b,".repeat(60) + "*/*\r\n\r\n")
        .problem(406, "not-acceptable");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,     /error,                       404",
    "GET,     /actuator,                    404",
    "GET,     /actuator/health,             404",
    "GET,     /actuator/health/liveness,    404",
    "GET,     /actuator/prometheus,         404",
    "GET,     /readyz,                      404",
    "TRACE,   /orders,                      405",
    "CONNECT, /orders,                      405",
    "ANY,     /orders,                      405",
    "OPTIONS, /orders,                      405",
    "PATCH,   /,                            405",
    "GET,     /webjars/none.js,             404",
    "GET,     /v3/api-docs/none,            404",
    "GET,     /swagger-ui/none,             404"
  })
  void areProblemsForAllErrors(String method, String path, int status) throws IOException {
    RawCall.Answer answer =
        RawCall.send(
            port,
            method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    if (status >= 400) {
      assertThat(answer.header("Content-Type")).containsExactly("application/problem+json");
      assertThat(answer.body()).contains("urn:baedal:problem:");
    }
  }

  @Test
  void areAProblemIfAServiceDoesNotAnswerInHttp() throws IOException {
    Services.of(Service.ORDER)
        .stubFor(any(anyUrl()).willReturn(aResponse().withHeader("X-Long", "x".repeat(20_000))));
    RawCall.get(port, "/orders").problem(502, "bad-gateway");
    Services.of(Service.ORDER)
        .stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
    assertThat(RawCall.get(port, "/orders").status()).isIn(502, 503);
  }
}
