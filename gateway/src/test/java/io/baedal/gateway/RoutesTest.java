package io.baedal.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class RoutesTest extends GatewayTestBase {

  @LocalManagementPort int managementPort;

  @ParameterizedTest
  @CsvSource({
    "GET,    /orders?page=1,                   order",
    "POST,   /orders,                          order",
    "GET,    /orders/" + ID + ",               order",
    "HEAD,   /orders/" + ID + ",               order",
    "DELETE, /orders/" + ID + "?reason=late,   order",
    "GET,    /stores/store-1/menu,             order",
    "PUT,    /stores/store-1/menu,             order",
    "GET,    /payments,                        payment",
    "GET,    /payments/" + ID + ",             payment",
    "GET,    /store-requests?status=OPEN,      delivery",
    "GET,    /store-requests/" + ID + ",       delivery",
    "POST,   /store-requests/" + ID + "/acceptance, delivery",
    "POST,   /store-requests/" + ID + "/rejection,  delivery",
    "GET,    /deliveries/" + ID + ",           delivery",
    "POST,   /deliveries/" + ID + "/pick-up,   delivery",
    "PUT,    /deliveries/" + ID + "/courier,   delivery",
    "DELETE, /deliveries/" + ID + "/courier,   delivery",
    "POST,   /deliveries/" + ID + "/completion, delivery",
    "GET,    /order-views,                     order-view",
    "GET,    /order-views/" + ID + ",          order-view",
    "GET,    /order-views/" + ID + "/events,   order-view"
  })
  void routesToTheService(String method, String path, String service) {
    WebTestClient.ResponseSpec answer =
        gateway.method(HttpMethod.valueOf(method)).uri(path).exchange().expectStatus().isOk();
    if (!"HEAD".equals(method)) {
      answer.expectBody(String.class).isEqualTo(service);
    }
    assertThat(Services.of(Service.named(service)).getAllServeEvents().get(0).getRequest())
        .satisfies(
            request -> {
              assertThat(request.getUrl()).isEqualTo(path);
              assertThat(request.getMethod().getName()).isEqualTo(method);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,    /store-requests/" + ID + ", 'GET,HEAD,POST'",
    "DELETE, /store-requests/" + ID + ", 'GET,HEAD,POST'",
    "PUT,    /deliveries/" + ID + ",     'GET,HEAD,POST'",
    "DELETE, /deliveries/" + ID + ",     'GET,HEAD,POST'",
    "PUT,    /orders/" + ID + ",         'DELETE,GET,HEAD'",
    "POST,   /orders/" + ID + ",         'DELETE,GET,HEAD'",
    "DELETE, /orders,                    'GET,HEAD,POST'",
    "POST,   /stores/store-1/menu,       'GET,HEAD,PUT'",
    "DELETE, /stores/store-1/menu,       'GET,HEAD,PUT'",
    "POST,   /payments,                  'GET,HEAD'",
    "DELETE, /order-views/" + ID + ",    'GET,HEAD'",
    "POST,   /openapi/order,             'GET'"
  })
  void refusesOtherMethods(String method, String path, String allowed) {
    gateway
        .method(HttpMethod.valueOf(method))
        .uri(path)
        .exchange()
        .expectStatus()
        .isEqualTo(405)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectHeader()
        .value(
            "Allow",
            value -> assertThat(value.split(",")).containsExactlyInAnyOrder(allowed.split(",")))
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:baedal:problem:method-not-allowed")
        .jsonPath("$.status")
        .isEqualTo(405);
    noServiceWasCalled();
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,    /payment-requests/" + ID,
    "DELETE, /payment-requests/" + ID,
    "GET,    /orders/" + ID + "/unknown",
    "GET,    /stores",
    "GET,    /stores/store-1",
    "GET,    /order-states?orderId=" + ID,
    "GET,    /order-changes",
    "GET,    /order-views/../order-states",
    "GET,    /disagreements",
    "POST,   /reconciliations",
    "POST,   /republications",
    "GET,    /unknown",
    "GET,    /openapi/orchestrator",
    "GET,    /engine-rest/task",
    "GET,    /actuator/gateway/routes"
  })
  void doesNotExposeOtherPaths(String method, String path) {
    gateway
        .method(HttpMethod.valueOf(method))
        .uri(path)
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:baedal:problem:not-found")
        .jsonPath("$.title")
        .isEqualTo("Not found")
        .jsonPath("$.status")
        .isEqualTo(404);
    noServiceWasCalled();
  }

  @Test
  void forwardsBodyAndHeadersUnchanged() {
    Services.of(Service.ORDER)
        .stubFor(
            post(urlEqualTo("/orders"))
                .willReturn(aResponse().withStatus(201).withHeader("Location", "/orders/" + ID)));

    gateway
        .post()
        .uri("/orders")
        .header("Idempotency-Key", "key-1")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"storeId\":\"가게\"}")
        .exchange()
        .expectStatus()
        .isCreated()
        .expectHeader()
        .valueEquals("Location", "/orders/" + ID);

    Services.of(Service.ORDER)
        .verify(
            1,
            postRequestedFor(urlEqualTo("/orders"))
                .withHeader("Idempotency-Key", equalTo("key-1"))
                .withHeader("Via", equalTo("1.1 gateway"))
                .withRequestBody(equalToJson("{\"storeId\":\"가게\"}")));
  }

  @Test
  void forwardsTheBodyOfADelete() {
    Services.of(Service.ORDER)
        .stubFor(
            delete(urlEqualTo("/orders/" + ID))
                .withRequestBody(equalToJson("{\"reason\":\"late\"}"))
                .willReturn(aResponse().withStatus(202)));

    gateway
        .method(HttpMethod.DELETE)
        .uri("/orders/" + ID)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"reason\":\"late\"}")
        .exchange()
        .expectStatus()
        .isAccepted();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409, 422, 500, 502, 503, 504})
  void forwardsErrorsOfTheServiceUnchanged(int status) {
    String problem = "{\"type\":\"urn:baedal:problem:of-the-service\"}";
    Services.of(Service.PAYMENT)
        .stubFor(
            get(anyUrl())
                .willReturn(
                    aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(problem)));

    for (int call = 0; call < 30; call++) { // more than the breaker evaluates
      gateway
          .get()
          .uri("/payments")
          .exchange()
          .expectStatus()
          .isEqualTo(status)
          .expectHeader()
          .doesNotExist("Retry-After")
          .expectHeader()
          .contentType("application/problem+json")
          .expectBody(String.class)
          .isEqualTo(problem);
    }
  }

  @Test
  void listsTheRoutes() {
    gateway
        .get()
        .uri("/")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.routes.length()")
        .isEqualTo(ExposedPath.ALL.size())
        .jsonPath("$.documentation")
        .isEqualTo("/swagger-ui.html");
  }

  @Test
  void publishesTheOpenApiDocumentsOfTheServices() {
    Services.of(Service.ORDER_VIEW)
        .stubFor(
            get(urlEqualTo("/v3/api-docs"))
                .willReturn(
                    aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(
                            "{\"openapi\":\"3.1.0\",\"servers\":[{\"url\":\"http://inside:1\"}]}")));

    gateway
        .get()
        .uri("/openapi/order-view")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.openapi")
        .isEqualTo("3.1.0")
        .jsonPath("$.servers.length()")
        .isEqualTo(1)
        .jsonPath("$.servers[0].url")
        .isEqualTo("/");
    gateway
        .get()
        .uri("/v3/api-docs/swagger-config")
        .exchange()
        .expectBody()
        .jsonPath("$.urls.length()")
        .isEqualTo(Service.values().length);
    gateway.get().uri("/swagger-ui.html").exchange().expectStatus().is3xxRedirection();
  }

  @ParameterizedTest
  @ValueSource(strings = {"liveness", "readiness"})
  void isHealthyWithoutTheServices(String probe) {
    for (Service service : Service.values()) {
      Services.stop(service);
    }
    management().get().uri("/actuator/health/" + probe).exchange().expectStatus().isOk();
  }

  @Test
  void exposesHealthAndMetricsOnASeparatePort() {
    for (String endpoint : List.of("health", "info", "prometheus")) {
      management().get().uri("/actuator/" + endpoint).exchange().expectStatus().isOk();
    }
    for (String endpoint : List.of("gateway/routes", "env", "heapdump", "metrics", "loggers")) {
      management()
          .get()
          .uri("/actuator/" + endpoint)
          .exchange()
          .expectStatus()
          .isNotFound()
          .expectHeader()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .expectHeader()
          .valueEquals("X-Content-Type-Options", "nosniff");
    }
  }

  private WebTestClient management() {
    return WebTestClient.bindToServer()
        .baseUrl("http://localhost:" + managementPort)
        .responseTimeout(Duration.ofMinutes(2))
        .build();
  }
}
