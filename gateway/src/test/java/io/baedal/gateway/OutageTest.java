package io.baedal.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class OutageTest extends GatewayTestBase {

  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  @Test
  void refusesCallsToAStoppedServiceImmediately() {
    gateway.get().uri("/payments").exchange().expectStatus().isOk();
    Services.stop(Service.PAYMENT);

    List<Duration> durations = new ArrayList<>();
    for (int call = 0; call < 10; call++) { // with the breaker closed, and then open
      long started = System.nanoTime();
      expectUnavailable(gateway.get().uri("/payments").exchange(), "payment");
      durations.add(Duration.ofNanos(System.nanoTime() - started));
      gateway.get().uri("/orders").exchange().expectStatus().isOk();
    }
    // the median, since a pause of the machine delays only some calls
    assertThat(durations.stream().sorted().skip(durations.size() / 2).findFirst().orElseThrow())
        .isLessThan(ONE_SECOND);
  }

  @Test
  void breakerOpensAndCloses() {
    Services.stop(Service.DELIVERY);
    for (int call = 0; call < 5; call++) {
      expectUnavailable(gateway.get().uri("/deliveries").exchange(), "delivery");
    }
    assertThat(breaker(Service.DELIVERY).getState()).isEqualTo(CircuitBreaker.State.OPEN);

    Services.start(Service.DELIVERY);
    Services.reset();
    expectUnavailable(gateway.get().uri("/deliveries").exchange(), "delivery");
    Services.of(Service.DELIVERY).verify(0, getRequestedFor(anyUrl()));

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              gateway.get().uri("/deliveries").exchange().expectStatus().isOk();
              assertThat(breaker(Service.DELIVERY).getState())
                  .isEqualTo(CircuitBreaker.State.CLOSED);
            });
  }

  @Test
  void answersATimeoutWith504() {
    Services.of(Service.ORDER).stubFor(get(anyUrl()).willReturn(aResponse().withFixedDelay(6000)));

    gateway
        .get()
        .uri("/orders/" + ID)
        .exchange()
        .expectStatus()
        .isEqualTo(504)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:baedal:problem:gateway-timeout")
        .jsonPath("$.detail")
        .value(detail -> assertThat((String) detail).contains("order"));
    assertThat(breaker(Service.ORDER).getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
  }

  @Test
  void forwardsASlowAnswerWithinTheTimeout() {
    Services.of(Service.ORDER)
        .stubFor(get(anyUrl()).willReturn(aResponse().withFixedDelay(1400).withBody("late")));

    gateway
        .get()
        .uri("/orders/" + ID)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .isEqualTo("late");
  }

  @Test
  void forwardsAStreamLongerThanTheTimeout() {
    Services.of(Service.ORDER_VIEW)
        .stubFor(
            get(anyUrl())
                .willReturn(
                    aResponse()
                        .withHeader("Content-Type", "text/event-stream")
                        .withBody("data:1\n\ndata:2\n\ndata:3\n\n")
                        .withChunkedDribbleDelay(3, 3500)));

    gateway
        .get()
        .uri("/order-views/" + ID + "/events")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .isEqualTo("data:1\n\ndata:2\n\ndata:3\n\n");
  }

  @Test
  void retriesAnOrderOnceWithTheSameKey() {
    Services.of(Service.ORDER)
        .stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    expectUnavailable(
        gateway
            .post()
            .uri("/orders")
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue("{}")
            .exchange(),
        "order");

    assertThat(Services.of(Service.ORDER).findAll(postRequestedFor(anyUrl())))
        .hasSize(2)
        .extracting(order -> order.getHeader("Idempotency-Key"))
        .doesNotContainNull()
        .containsOnly(
            Services.of(Service.ORDER)
                .findAll(postRequestedFor(anyUrl()))
                .get(0)
                .getHeader("Idempotency-Key"));
    assertThat(breaker(Service.ORDER).getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
  }

  @Test
  void doesNotRetryATimeoutOfASingleInstance() {
    Services.of(Service.ORDER).stubFor(post(anyUrl()).willReturn(aResponse().withFixedDelay(6000)));

    gateway
        .post()
        .uri("/orders")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{}")
        .exchange()
        .expectStatus()
        .isEqualTo(504);

    Services.of(Service.ORDER).verify(1, postRequestedFor(anyUrl()));
  }

  private CircuitBreaker breaker(Service service) {
    return breakers.circuitBreaker(service.id());
  }

  private static void expectUnavailable(WebTestClient.ResponseSpec answer, String service) {
    answer
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectHeader()
        .valueEquals("Retry-After", "1")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:baedal:problem:service-unavailable")
        .jsonPath("$.title")
        .isEqualTo("Service unavailable")
        .jsonPath("$.status")
        .isEqualTo(503)
        .jsonPath("$.detail")
        .value(detail -> assertThat((String) detail).contains(service));
  }
}
