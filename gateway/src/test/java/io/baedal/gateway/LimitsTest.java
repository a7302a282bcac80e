package io.baedal.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest extends GatewayTestBase {

  private static final String ORDER =
      "POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

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
  void refusesALongerBodyWithoutAContentLength() throws Exception {
    HttpResponse<String> answer = post(chunked(new byte[ONE_MEBIBYTE + 1]));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("urn:baedal:problem:payload-too-large");
    assertThat(Services.of(Service.ORDER).getAllServeEvents()).isEmpty();
  }

  @Test
  void anIncompleteBodyTimesOutWithoutACall() throws IOException {
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

  @Test
  void forwardsAChunkedBodyWithAContentLength() throws IOException {
    StringBuilder request = new StringBuilder(ORDER);
    request.append("Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
    String body = "{\"storeId\":\"1\"}";
    for (char part : body.toCharArray()) {
      request.append("1\r\n").append(part).append("\r\n");
    }
    request.append("0\r\nTrailer: x\r\n\r\n");

    assertThat(RawCall.send(port, request.toString()).status()).isEqualTo(200);
    Services.of(Service.ORDER)
        .verify(
            1,
            postRequestedFor(urlEqualTo("/orders"))
                .withHeader("Content-Length", equalTo(String.valueOf(body.length())))
                .withRequestBody(equalTo(body)));
  }

  @Test
  void answers100ContinueIfItIsExpected() throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      send(
          socket, ORDER + "Connection: close\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
      byte[] continued =
          socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
      assertThat(new String(continued, StandardCharsets.US_ASCII)).contains("100 Continue");
      send(socket, "{}");
      assertThat(RawCall.read(socket).status()).isEqualTo(200);
    }
  }

  @Test
  void limitsUnansweredRequestsPerConnection() throws IOException {
    // all requests arrive before the first one can be answered
    String one = "GET /orders HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String answers = RawCall.send(port, one.repeat(40)).toString();
    assertThat(answers).contains("urn:baedal:problem:too-many-requests");
    assertThat(Services.of(Service.ORDER).getAllServeEvents()).hasSizeLessThanOrEqualTo(16);
  }

  @Test
  void releasesTheBodyOfAClientThatDisconnects() throws IOException {
    for (int call = 0; call < 60; call++) { // twice the limit of all bodies
      try (Socket socket = new Socket("localhost", port)) {
        send(socket, ORDER + "Content-Length: 1000000\r\n\r\n" + "x".repeat(900_000));
      } catch (SocketException refused) {
        // refused during the sending
      }
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        RawCall.send(
                                port, ORDER + "Connection: close\r\nContent-Length: 2\r\n\r\n{}")
                            .status())
                    .isEqualTo(200));
  }

  private static void send(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
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
}
