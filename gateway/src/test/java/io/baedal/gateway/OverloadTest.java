package io.baedal.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;

@Tag("slow")
@TestPropertySource(
    properties = {
      "gateway.in-flight.total=3",
      "gateway.in-flight.per-service=2",
      "gateway.in-flight.bodies=1MB",
      "gateway.max-connections=12",
      "gateway.request-timeout=5m",
      "spring.cloud.gateway.server.webflux.httpclient.response-timeout=20s"
    })
class OverloadTest extends GatewayTestBase {

  private static final int SLOW_MILLIS = 6_000;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();

  @Autowired MeterRegistry meters;
  @LocalManagementPort int managementPort;

  @AfterEach
  void awaitAnswers() {
    assertThat(waiting).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> inFlight(Service.ORDER) + inFlight(Service.PAYMENT) == 0);
  }

  @Test
  void limitsTheRequestsOfOneService() throws Exception {
    slow(Service.ORDER);
    callAndAwait("/orders", "", Service.ORDER, 1);
    callAndAwait("/orders", "", Service.ORDER, 2);

    expectRefused(get("/orders"));
    assertThat(get("/payments").statusCode()).isEqualTo(200);
    assertThat(breakers.circuitBreaker("order").getMetrics().getNumberOfFailedCalls()).isZero();
    assertThat(meters.get("baedal.gateway.refused").tag("target", "order").counter().count())
        .isPositive();
  }

  @Test
  void limitsTheRequestsOfAllServices() throws Exception {
    slow(Service.ORDER);
    slow(Service.PAYMENT);
    callAndAwait("/orders", "", Service.ORDER, 1);
    callAndAwait("/orders", "", Service.ORDER, 2);
    callAndAwait("/payments", "", Service.PAYMENT, 1);

    expectRefused(get("/payments"));
    expectRefused(get("/deliveries"));
  }

  @Test
  void limitsTheMemoryOfAllBodies() throws Exception {
    slow(Service.ORDER);
    callAndAwait("/orders", "x".repeat(1_000_000), Service.ORDER, 1);

    expectRefused(send("/orders", "x".repeat(100_000)).join());
    assertThat(get("/payments").statusCode()).isEqualTo(200);
  }

  @Test
  void countsIncompleteBodies() throws IOException {
    String half =
        "POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 1000000\r\n\r\n"
            + "x".repeat(600_000);
    try (var one = new Socket("localhost", port);
        var other = new Socket("localhost", port)) {
      one.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
      other.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
      await()
          .until(() -> one.getInputStream().available() + other.getInputStream().available() > 0);
      Socket refused = one.getInputStream().available() > 0 ? one : other;
      assertThat(RawCall.read(refused).problem(503, "overloaded")).isNotNull();
    }
    await().until(() -> get("/payments").statusCode() == 200);
    assertThat(meters.get("baedal.gateway.refused").tag("target", "any").counter().count())
        .isPositive();
  }

  @Test
  void closesConnectionsAboveTheLimitExceptOnTheManagementPort() throws IOException {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int socket = 0; socket < 12; socket++) {
        idle.add(new Socket("localhost", port));
      }
      await().atMost(Duration.ofMinutes(2)).until(this::anotherConnectionIsClosed);
      assertThat(send(managementPort, "/actuator/health/liveness", "").join().statusCode())
          .isEqualTo(200);
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(() -> get("/orders").statusCode() == 200);
  }

  private boolean anotherConnectionIsClosed() throws IOException {
    try (var another = new Socket("localhost", port)) {
      another.setSoTimeout(500);
      return another.getInputStream().read() == -1;
    } catch (SocketTimeoutException served) {
      return false;
    }
  }

  private static void slow(Service service) {
    Services.of(service).stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(SLOW_MILLIS)));
  }

  private void callAndAwait(String path, String body, Service service, int inFlight) {
    waiting.add(send(path, body));
    await().atMost(Duration.ofMinutes(2)).until(() -> inFlight(service) == inFlight);
  }

  private double inFlight(Service service) {
    return meters.get("baedal.gateway.in.flight").tag("target", service.id()).gauge().value();
  }

  private HttpResponse<String> get(String path) {
    return send(path, "").join();
  }

  private CompletableFuture<HttpResponse<String>> send(String path, String body) {
    return send(port, path, body);
  }

  private CompletableFuture<HttpResponse<String>> send(int toPort, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + toPort + path))
            .header("Content-Type", "application/json");
    return client.sendAsync(
        body.isEmpty() ? request.build() : request.POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private static void expectRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("urn:baedal:problem:overloaded");
    assertThat(answer.headers().firstValue("Retry-After"))
        .hasValueSatisfying(seconds -> assertThat(Long.parseLong(seconds)).isBetween(2L, 4L));
  }
}
