package io.baedal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are refused before any handler are also answered with a problem. */
class RefusalsTest extends GatewayTestBase {

  private static final String TO_ORDERS = "GET /orders HTTP/1.1\r\nHost: localhost\r\n";
  private static final String ORDER = "POST /orders HTTP/1.1\r\nHost: localhost\r\n";

  @AfterEach
  void noServiceIsCalled() {
    assertThat(Services.of(Service.ORDER).getAllServeEvents()).isEmpty();
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("no version", "GET /orders\r\n\r\n"),
        Arguments.of("no request line", "hello\r\n\r\n"),
        Arguments.of("TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n"),
        Arguments.of("another protocol", "GET /orders FTP/1\r\nHost: localhost\r\n\r\n"),
        Arguments.of("space in the target", "GET /orders?a=b c HTTP/1.1\r\nHost: x\r\n\r\n"),
        Arguments.of("no colon", TO_ORDERS + "Accept\r\n\r\n"),
        Arguments.of("space before the colon", TO_ORDERS + "Accept : */*\r\n\r\n"),
        Arguments.of("control character in a value", TO_ORDERS + "Accept: a\u0000b\r\n\r\n"),
        Arguments.of("control character in a name", TO_ORDERS + "Acc\u0001ept: b\r\n\r\n"),
        Arguments.of("length without digits", ORDER + "Content-Length: ten\r\n\r\n"),
        Arguments.of("negative length", ORDER + "Content-Length: -1\r\n\r\n"),
        Arguments.of("signed length", ORDER + "Content-Length: +2\r\n\r\n{}"),
        Arguments.of("length out of range", ORDER + "Content-Length: 99999999999999999999\r\n\r\n"),
        Arguments.of("two lengths", ORDER + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
        Arguments.of(
            "length and chunks",
            ORDER + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        Arguments.of(
            "chunked is not the last encoding",
            ORDER + "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n"),
        Arguments.of("invalid chunk size", ORDER + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
        Arguments.of("long chunk", ORDER + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}xx\r\n"),
        Arguments.of("no host", "GET /orders HTTP/1.1\r\n\r\n"),
        Arguments.of("two hosts", TO_ORDERS + "Host: localhost\r\n\r\n"),
        Arguments.of("empty host", "GET /orders HTTP/1.1\r\nHost:\r\n\r\n"),
        Arguments.of("host with a path", "GET /orders HTTP/1.1\r\nHost: localhost/x\r\n\r\n"),
        Arguments.of("port without digits", "GET /orders HTTP/1.1\r\nHost: localhost:x\r\n\r\n"),
        Arguments.of("port out of range", "GET /orders HTTP/1.1\r\nHost: localhost:65536\r\n\r\n"),
        Arguments.of(
            "web socket",
            TO_ORDERS
                + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void refusesMalformedRequests(String name, String request) throws IOException {
    assertThat(RawCall.send(port, request).problem(400, "invalid-request").path("errors"))
        .singleElement()
        .satisfies(error -> assertThat(error.path("message").asText()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/2.0", "HTTP/1.2", "HTTP/0.9", "HTTP/9.9"})
  void refusesOtherVersions(String version) throws IOException {
    RawCall.send(port, "GET /orders " + version + "\r\nHost: localhost\r\n\r\n")
        .problem(505, "http-version-not-supported");
  }

  @Test
  void refusesHttp2WithoutAnUpgrade() throws IOException {
    RawCall.send(port, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
        .problem(505, "http-version-not-supported");
  }

  @Test
  void refusesALongRequestLine() throws IOException {
    RawCall.get(port, "/orders?a=" + "x".repeat(9_000)).problem(414, "uri-too-long");
  }

  @Test
  void refusesLongHeaders() throws IOException {
    RawCall.send(port, TO_ORDERS + "X-Long: " + "x".repeat(32 * 1024) + "\r\n\r\n")
        .problem(431, "request-header-fields-too-large");
    RawCall.send(port, TO_ORDERS + "X: y\r\n".repeat(20_000) + "\r\n")
        .problem(431, "request-header-fields-too-large");
  }

  @Test
  void refusesALongBodyBeforeItIsSent() throws IOException {
    RawCall.send(port, ORDER + "Content-Length: 1048577\r\nExpect: 100-continue\r\n\r\n")
        .problem(413, "payload-too-large");
  }

  @Test
  void refusesOtherExpectations() throws IOException {
    RawCall.send(port, ORDER + "Expect: a-pony\r\n\r\n").problem(417, "expectation-failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:8088", "localhost.evil.example", "127.1"})
  void refusesUnknownHosts(String host) throws IOException {
    RawCall.send(port, "GET /orders HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
        .problem(421, "misdirected-request");
    RawCall.send(port, "GET http://" + host + "/orders HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .problem(421, "misdirected-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:1",
        "baedal-gateway:8088",
        "127.0.0.1:8088",
        "10.1.2.3",
        "[::1]:8088",
        "[::1]"
      })
  void acceptsKnownHosts(String host) throws IOException {
    assertThat(
            RawCall.send(port, "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                .status())
        .isEqualTo(200);
  }

  @Test
  void http10NeedsNoHost() throws IOException {
    assertThat(RawCall.send(port, "GET / HTTP/1.0\r\n\r\n").status()).isEqualTo(200);
  }

  @Test
  void ignoresAnOptionalUpgrade() throws IOException {
    assertThat(
            RawCall.send(
                    port,
                    "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close, Upgrade, "
                        + "HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n")
                .status())
        .isEqualTo(200);
  }

  @Test
  void answersEarlierRequestsBeforeARefusal() throws IOException {
    String both =
        RawCall.send(
                port,
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET /%zz HTTP/1.1\r\nHost: x\r\n\r\n")
            .toString();
    assertThat(both).contains("\"routes\"").contains("urn:baedal:problem:");
    assertThat(both.indexOf("\"routes\"")).isLessThan(both.indexOf("urn:baedal:problem:"));
  }

  @Test
  void refusesAHeadRequestWithoutABody() throws IOException {
    RawCall.Answer answer =
        RawCall.send(port, "HEAD /orders?a=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).containsExactly("application/problem+json");
    assertThat(answer.body()).isEmpty();
  }
}
