package io.baedal.web.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The contract of the separate port for health and metrics. A subclass is a test of a complete
 * service on a random port.
 */
@AutoConfigureObservability(tracing = false)
public abstract class ManagementPortContract {

  /** More than the threads of a service. */
  private static final int SLOW_CLIENTS = 60;

  private static final int ROUNDS = 5;

  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The JVM ends it. */
  private static final TestIssuer ISSUER = new TestIssuer();

  @DynamicPropertySource
  static void issuer(DynamicPropertyRegistry properties) {
    properties.add("baedal.access.issuer", ISSUER::issuer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"health", "health/liveness", "health/readiness"})
  void showsHealthToEverybody(String endpoint) throws Exception {
    assertThat(get(managementPort, "/actuator/" + endpoint).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"info", "prometheus"})
  void showsTheRestToOperators(String endpoint) throws Exception {
    assertThat(get(managementPort, "/actuator/" + endpoint).statusCode()).isEqualTo(401);
    assertThat(status(endpoint, ISSUER.token("customer", "service"))).isEqualTo(403);
    assertThat(status(endpoint, ISSUER.token("operator"))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "beans",
        "configprops",
        "env",
        "heapdump",
        "loggers",
        "mappings",
        "metrics",
        "shutdown",
        "threaddump",
        "nothing"
      })
  void showsNothingElse(String endpoint) throws Exception {
    HttpResponse<String> answer =
        get(managementPort, "/actuator/" + endpoint, ISSUER.token("operator"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("urn:baedal:problem:");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/actuator/info",
        "/actuator/prometheus"
      })
  void isNotOnThePortOfTheApi(String path) throws Exception {
    HttpResponse<String> answer = get(port, path);
    HttpResponse<String> unknown = get(port, "/nothing");

    assertThat(answer.statusCode()).isEqualTo(unknown.statusCode()).isIn(401, 404);
    assertThat(answer.body().replace(path, "/nothing"))
        .isEqualTo(unknown.body())
        .contains("urn:baedal:problem:");
  }

  @Test
  void refusesForeignHostNames() throws IOException {
    try (var socket = new Socket("localhost", managementPort)) {
      socket.setSoTimeout(60_000);
      send(
          socket,
          "GET /actuator/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 421");
    }
  }

  /** Answered as HTTP/1.1, not as HTTP/0.9. */
  @ParameterizedTest
  @ValueSource(
      strings = {"GET /actuator/health", "GET /", "GET|* HTTP/1.1", "GET nowhere", "GET *"})
  void answersARequestLineWithoutAVersion(String line) throws IOException {
    assertThat(answers(line)).allMatch(answer -> isProblem(answer, 505));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET / http/1.1", "GET / HTTP", "CONNECT 3 \u00cf", "GET / HTTP/1.1 ", "\0", " "})
  void answersAMalformedRequestLine(String line) throws IOException {
    assertThat(answers(line))
        .allMatch(
            answer -> isProblem(answer, 400) || isProblem(answer, 501) || isProblem(answer, 505));
  }

  /** The answers of both ports to a request with this first line. */
  private List<String> answers(String line) throws IOException {
    List<String> answers = new ArrayList<>();
    for (int targetPort : List.of(port, managementPort)) {
      try (var socket = new Socket("localhost", targetPort)) {
        socket.setSoTimeout(60_000);
        send(socket, line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        answers.add(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return answers;
  }

  private static boolean isProblem(String answer, int status) {
    String[] parts = answer.split("\r\n\r\n", 2);
    return parts[0].startsWith("HTTP/1.1 " + status + " ")
        && parts[0].contains("\r\nContent-Type: application/problem+json")
        && parts[1].startsWith("{")
        && parts[1].contains("\"status\":" + status);
  }

  @Test
  void isNotDelayedBySlowClientsOfTheApi() throws Exception {
    var slow = new CopyOnWriteArrayList<Socket>();
    var drip = Executors.newSingleThreadScheduledExecutor();
    try {
      for (int i = 0; i < SLOW_CLIENTS; i++) {
        var header = new Socket("localhost", port);
        slow.add(header);
        send(header, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        var body = new Socket("localhost", port);
        slow.add(body);
        send(
            body,
            "POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 1000\r\n\r\n ");
      }
      drip.scheduleAtFixedRate(() -> slow.forEach(this::drip), 500, 500, TimeUnit.MILLISECONDS);

      for (int round = 0; round < ROUNDS; round++) {
        for (String probe : List.of("liveness", "readiness")) {
          assertThat(get(managementPort, "/actuator/health/" + probe).statusCode()).isEqualTo(200);
        }
      }
    } finally {
      drip.shutdownNow();
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** Tomcat would use one of its few threads to read a body that no handler reads. */
  @Test
  void isNotDelayedBySlowBodiesOnItsOwnPort() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW_CLIENTS / 2; i++) {
        var body = new Socket("localhost", managementPort);
        slow.add(body);
        send(
            body,
            "GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Length: 1000000\r\n\r\n ");
      }

      for (int round = 0; round < ROUNDS; round++) {
        assertThat(get(managementPort, "/actuator/health/liveness").statusCode()).isEqualTo(200);
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private void drip(Socket socket) {
    try {
      send(socket, " ");
    } catch (IOException closed) {
      // expected, since the service closes the connections of slow requests
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private int status(String endpoint, String token) throws Exception {
    return get(managementPort, "/actuator/" + endpoint, token).statusCode();
  }

  private HttpResponse<String> get(int targetPort, String path) throws Exception {
    return get(targetPort, path, null);
  }

  /** Fails if there is no answer within 5 s, longer than the timeouts of Kubernetes and callers. */
  private HttpResponse<String> get(int targetPort, String path, String token) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + targetPort + path))
            .timeout(Duration.ofSeconds(5));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
