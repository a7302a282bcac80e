package io.baedal.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** The timeout of a request applies to the complete request, not to each byte. */
@TestPropertySource(properties = "gateway.request-timeout=1s")
class SlowClientsTest extends GatewayTestBase {

  private static final String ORDER =
      "POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G",
        "GET /orders HTTP/1.1\r\nHost: local",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX-",
        ORDER + "Content-Length: 1000\r\n\r\n{",
        ORDER + "Transfer-Encoding: chunked\r\n\r\n3e8\r\n{",
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx",
        "GET /openapi/order HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx",
        "POST /unknown HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx"
      })
  void refusesASlowRequest(String beginning) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      send(socket, beginning);
      await()
          .pollInterval(Duration.ofMillis(300))
          .atMost(Duration.ofSeconds(20))
          .until(() -> isAnswered(socket));
      RawCall.read(socket).problem(408, "request-timeout");
    }
    assertThat(Services.of(Service.ORDER).getAllServeEvents()).isEmpty();
    assertThat(breakers.circuitBreaker("order").getMetrics().getNumberOfFailedCalls()).isZero();
  }

  private static boolean isAnswered(Socket socket) throws IOException {
    if (socket.getInputStream().available() > 0) {
      return true;
    }
    send(socket, "x");
    return false;
  }

  @Test
  void refusesASlowSecondRequest() throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      send(socket, "GET /orders HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      send(socket, "GET /orders HTTP/1.1\r\nHo");
      assertThat(RawCall.read(socket).body()).contains("urn:baedal:problem:request-timeout");
    }
  }

  @Test
  void closesAConnectionWithoutARequest() throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  private static void send(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }
}
