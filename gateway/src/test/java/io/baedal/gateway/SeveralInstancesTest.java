package io.baedal.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Two instances of the order service; one of them fails. */
@GatewayTest(
    properties = {
      "gateway.drain=0s",
      "spring.cloud.gateway.server.webflux.httpclient.response-timeout=2s",
      "spring.cloud.loadbalancer.health-check.interval=300ms"
    })
@DirtiesContext
class SeveralInstancesTest {

  private static final String READINESS = "/readyz";

  @RegisterExtension
  static final WireMockExtension HEALTHY =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @RegisterExtension
  static final WireMockExtension FAILING =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @LocalServerPort int port;
  @Autowired CircuitBreakerRegistry breakers;
  WebTestClient gateway;

  @DynamicPropertySource
  static void instances(DynamicPropertyRegistry registry) {
    registry.add("gateway.routes.order.url", () -> HEALTHY.baseUrl() + "," + FAILING.baseUrl());
  }

  @BeforeEach
  void reset() {
    breakers.circuitBreaker("order").reset();
    gateway =
        WebTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .responseTimeout(Duration.ofMinutes(2))
            .build();
    answerAll(HEALTHY, aResponse());
    answerAll(FAILING, aResponse());
    await().atMost(Duration.ofMinutes(2)).untilAsserted(this::bothAreCalled);
  }

  @Test
  void balancesRequests() {
    // a late health check can omit one of them for some time
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              resetRequests();
              place(20);
              assertThat(orders(HEALTHY)).isEqualTo(10);
              assertThat(orders(FAILING)).isEqualTo(10);
            });
  }

  @Test
  void requestsSucceedIfOneInstanceResetsConnections() {
    answerAll(FAILING, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    place(20);

    HEALTHY.verify(20, postRequestedFor(urlEqualTo("/orders")));
    breakerCountedNoFailure();
  }

  @Test
  void requestsSucceedIfOneInstanceIsStopping() {
    FAILING.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503)));

    place(20);

    HEALTHY.verify(20, postRequestedFor(urlEqualTo("/orders")));
  }

  @Test
  void doesNotRetryAProblem() {
    ResponseDefinitionBuilder problem =
        aResponse().withStatus(503).withHeader("Content-Type", "application/problem+json");
    HEALTHY.stubFor(post(anyUrl()).willReturn(problem));
    FAILING.stubFor(post(anyUrl()).willReturn(problem));

    order().exchange().expectStatus().isEqualTo(503);

    assertThat(orders(HEALTHY) + orders(FAILING)).isEqualTo(1);
  }

  @Test
  void omitsAnInstanceThatDoesNotRespond() {
    answerAll(FAILING, aResponse().withFixedDelay(10_000));

    place(2); // one of them times out and is sent to the other instance
    await().atMost(Duration.ofMinutes(2)).untilAsserted(this::onlyTheHealthyOneIsCalled);
    breakerCountedNoFailure();
  }

  @Test
  void omitsAnInstanceUntilItIsReady() {
    FAILING.stubFor(get(urlEqualTo(READINESS)).willReturn(aResponse().withStatus(503)));
    await().atMost(Duration.ofMinutes(2)).untilAsserted(this::onlyTheHealthyOneIsCalled);

    FAILING.stubFor(get(urlEqualTo(READINESS)).willReturn(aResponse()));
    await().atMost(Duration.ofMinutes(2)).untilAsserted(this::bothAreCalled);
  }

  @Test
  void callsAllInstancesIfNoneIsReady() {
    HEALTHY.stubFor(get(urlEqualTo(READINESS)).willReturn(aResponse().withStatus(503)));
    FAILING.stubFor(get(urlEqualTo(READINESS)).willReturn(aResponse().withStatus(503)));
    await().atMost(Duration.ofMinutes(2)).untilAsserted(this::bothAreCalled);

    place(2);
  }

  private static void answerAll(WireMockExtension instance, ResponseDefinitionBuilder answer) {
    instance.stubFor(any(anyUrl()).willReturn(answer));
  }

  private void place(int orders) {
    for (int order = 0; order < orders; order++) {
      order().exchange().expectStatus().isOk();
    }
  }

  private WebTestClient.RequestHeadersSpec<?> order() {
    return gateway.post().uri("/orders").contentType(MediaType.APPLICATION_JSON).bodyValue("{}");
  }

  private void bothAreCalled() {
    call(2);
    HEALTHY.verify(1, getRequestedFor(urlEqualTo("/orders")));
    FAILING.verify(1, getRequestedFor(urlEqualTo("/orders")));
    resetRequests();
  }

  private void onlyTheHealthyOneIsCalled() {
    call(4);
    HEALTHY.verify(4, getRequestedFor(urlEqualTo("/orders")));
  }

  private void call(int times) {
    resetRequests();
    for (int call = 0; call < times; call++) {
      gateway.get().uri("/orders").exchange().expectStatus().isOk();
    }
  }

  private static void resetRequests() {
    HEALTHY.resetRequests();
    FAILING.resetRequests();
  }

  private static int orders(WireMockExtension instance) {
    return instance.findAll(postRequestedFor(urlEqualTo("/orders"))).size();
  }

  private void breakerCountedNoFailure() {
    assertThat(breakers.circuitBreaker("order").getMetrics().getNumberOfFailedCalls()).isZero();
  }
}
