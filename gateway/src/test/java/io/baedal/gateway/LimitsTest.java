package io.baedal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LimitsTest extends GatewayTestBase {

  private static final int ONE_MEBIBYTE = 1024 * 1024;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void acceptsABodyOfOneMebibyte() throws Exception {
    byte[] body = new byte[ONE_MEBIBYTE];

    assertThat(post(BodyPublishers.ofByteArray(body)).statusCode()).isEqualTo(200);
    assertThat(post(chunked(body)).statusCode()).isEqualTo(200);
    assertThat(Services.of(Service.ORDER).getAllServeEvents())
        .extracting(event -> event.getRequest().getBody().length)
        .containsExactly(ONE_MEBIBYTE, ONE_MEBIBYTE);
  }

  @Test
  void refusesALongerBody() throws Exception {
    expectTooLarge(post(BodyPublishers.ofByteArray(new byte[ONE_MEBIBYTE + 1])));
  }

  @Test
  void refusesALongerBodyThatDoesNotTellItsLength() throws Exception {
    expectTooLarge(post(chunked(new byte[ONE_MEBIBYTE + 1])));
  }

  @Test
  void refusesLongHeaders() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/orders"))
            .header("X-Long", "x".repeat(32 * 1024))
            .build();
    assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isBetween(400, 431);
    assertThat(Services.of(Service.ORDER).getAllServeEvents()).isEmpty();
  }

  @Test
  void aClientThatDoesNotSendItsBodyHurtsOnlyItself() throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write(
              "POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\nConnection: close\r\n\r\nabc"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 408")
          .contains("urn:baedal:problem:request-timeout");
    }
    assertThat(Services.of(Service.ORDER).getAllServeEvents()).isEmpty();
    assertThat(breakers.circuitBreaker("order").getMetrics().getNumberOfFailedCalls()).isZero();
  }

  private static BodyPublisher chunked(byte[] body) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
  }

  private HttpResponse<String> post(BodyPublisher body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/orders"))
            .header("Content-Type", "application/json")
            .POST(body)
            .build(),
        BodyHandlers.ofString());
  }

  private static void expectTooLarge(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("urn:baedal:problem:payload-too-large");
    assertThat(Services.of(Service.ORDER).getAllServeEvents()).isEmpty();
  }
}
