package io.baedal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Requests are forwarded to the service unchanged, or are refused. */
@GatewayTest(properties = "gateway.drain=0s")
@DirtiesContext
class ForwardedRequestsTest {

  private static final RecordingBackend ORDER_VIEW = new RecordingBackend();

  @LocalServerPort int port;

  @DynamicPropertySource
  static void backend(DynamicPropertyRegistry registry) {
    registry.add("gateway.routes.order-view.url", ORDER_VIEW::url);
  }

  @AfterAll
  static void close() throws IOException {
    ORDER_VIEW.close();
  }

  @BeforeEach
  void clear() {
    ORDER_VIEW.clear();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "?customerId",
        "?customerId=",
        "?=x",
        "?&&",
        "?a=1&a=2&a=1",
        "?a=1;b=2",
        "?a==b",
        "?a=b?c",
        "?a=/../x//y",
        "?customerId=a+b%20c%2Bd",
        "?customerId=%EA%B9%80%20[2]",
        "?customerId=%EA%B9%80%20%5B2%5D&ids[]=1",
        "?customerId=%ea%b9%80%5b2%5d",
        "?a={b}|c\\d^e\"f<g>h`i",
        "?a=!$'()*,:@~-._",
        "?a=%25zz&b=%2525",
        "?a=%26%3D%23",
        "?a=%F0%9F%8D%9C",
        "?a=%0A%09",
        // a cancellation must not fail because of its reason; other services refuse the character
        "?reason=b%00c",
        "?redirect=http://evil.example/?x=%2e%2e"
      })
  void forwardsAQueryUnchanged(String query) throws IOException {
    expectForwarded("/order-views" + query);
  }

  @Test
  void forwardsEveryPrintableCharacter() throws IOException {
    StringBuilder query = new StringBuilder("?a=");
    for (char sent = '!'; sent <= '~'; sent++) {
      query.append(sent == '%' ? "%25" : sent == '#' ? "" : String.valueOf(sent));
    }
    expectForwarded("/order-views" + query);
  }

  @Test
  void forwardsRandomQueries() throws IOException {
    String[] pieces = {
      "a",
      "=",
      "&",
      "+",
      "%20",
      "%2B",
      "[",
      "]",
      "{",
      "%7B",
      "|",
      "%EA%B9%80",
      ";",
      "/",
      "%2F",
      "%25",
      "\\",
      "\"",
      "^",
      "%5b",
      "?",
      "`"
    };
    Random random = new Random(11);
    for (int call = 0; call < 200; call++) {
      StringBuilder query = new StringBuilder("?");
      for (int piece = random.nextInt(12); piece >= 0; piece--) {
        query.append(pieces[random.nextInt(pieces.length)]);
      }
      ORDER_VIEW.clear();
      expectForwarded("/order-views" + query);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "?a=%zz,           a",
        "?a=%,             a",
        "?a=%2,            a",
        "?a=b&customerId=%C3, customerId",
        "?a=%C3%28,        a",
        "?a=%C0%AF,        a", // overlong
        "?a=%E0%80%AF,     a",
        "?a=%F0%80%80%AF,  a",
        "?a=%ED%A0%80,     a", // an unpaired surrogate
        "?a=%F5%80%80%80,  a", // beyond Unicode
        "?a=%FF,           a",
        "?%zz=1,           query",
        "?%u0041=1,        query",
        "?a=b#c,           a",
        "?a=\u00EA\u00B9\u0080, a", // raw UTF-8
        "?a=\u00E9,        a", // raw ISO-8859-1
        "?\u00EA=1,        query",
        "?a=\u007F,        a"
      })
  void refusesAnAmbiguousQuery(String query, String field) throws IOException {
    assertThat(
            RawCall.get(port, "/order-views" + query)
                .problem(400, "invalid-request")
                .path("errors"))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.path("field").asText()).isEqualTo(field);
              assertThat(error.path("message").asText()).isNotBlank();
            });
    assertThat(ORDER_VIEW.heads()).isEmpty();
  }

  @Test
  void listsAllInvalidParameters() throws IOException {
    assertThat(
            RawCall.get(port, "/order-views?a=%zz&b=1&ids[]=%C3")
                .problem(400, "invalid-request")
                .path("errors")
                .findValuesAsText("field"))
        .containsExactly("a", "ids[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/order-views/%zz",
        "/order-views/%",
        "/order-views/[1]",
        "/order-views/{1}",
        "/order-views/a|b",
        "/order-views/a\\b",
        "/order-views/\u00EA\u00B9\u0080",
        "/order-views#x",
        "order-views",
        "*",
        "\u00EA"
      })
  void refusesAMalformedPath(String path) throws IOException {
    assertThat(
            RawCall.get(port, path)
                .problem(400, "invalid-request")
                .path("errors")
                .findValuesAsText("field"))
        .containsExactly("path");
    assertThat(ORDER_VIEW.heads()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/order-views/%31",
        "/order-views/a%2Fb",
        "/order-views/a%00",
        "/order-views/%C0%AF",
        "/order-views/..;/orders",
        "/order-views/;a=b",
        "/order-views/a;b",
        "//order-views",
        "/order-views//a",
        "/order-views/./a",
        "/order-views/../orders",
        "/order-views/%2e%2e/orders",
        "/order-views/../actuator/env",
        "/order-views/x/..%2f..%2factuator",
        "/order-views/..",
        "/order-views/%2e%2e",
        "/order-views/a+b"
      })
  void doesNotFindOtherPaths(String path) throws IOException {
    RawCall.get(port, path).problem(404, "not-found");
    assertThat(ORDER_VIEW.heads()).isEmpty();
  }

  @Test
  void acceptsLongPaths() throws IOException {
    expectForwarded("/order-views/" + "x".repeat(4000));
    ORDER_VIEW.clear();
    expectForwarded("/order-views" + "/x".repeat(2000));
    ORDER_VIEW.clear();
    RawCall.get(port, "/order-views/" + "%41".repeat(1300)).problem(404, "not-found");
    RawCall.get(port, "/order-views/" + "x".repeat(4000) + "|").problem(400, "invalid-request");
    assertThat(ORDER_VIEW.heads()).isEmpty();
  }

  @Test
  void acceptsAnAbsoluteTarget() throws IOException {
    assertThat(RawCall.get(port, "http://localhost/order-views?a=[1]").status()).isEqualTo(200);
    assertThat(ORDER_VIEW.heads()).singleElement().asString().startsWith("GET /order-views?a=[1] ");
  }

  @Test
  void namesTheClient() throws IOException {
    RawCall.send(
        port,
        "GET /order-views HTTP/1.1\r\nHost: localhost\r\nForwarded: for=203.0.113.9\r\n"
            + "X-Forwarded-For: 203.0.113.9\r\nConnection: close\r\n\r\n");
    assertThat(ORDER_VIEW.heads())
        .singleElement()
        .asString()
        .containsPattern(
            "(?i)\r\nForwarded: for=(127\\.0\\.0\\.1|\"\\[0:0:0:0:0:0:0:1(%\\w+)?]\")\r\n")
        .doesNotContain("203.0.113.9");
  }

  @Test
  void doesNotForwardItsInternalHeader() throws IOException {
    expectForwarded("/order-views?a=1");
    assertThat(ORDER_VIEW.heads().get(0).toLowerCase()).doesNotContain("x-baedal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Baedal-Query: ?customerId=other",
        "Connection: X-Baedal-Query",
        "Connection: keep-alive, X-Baedal-Query"
      })
  void ignoresItsInternalHeaderFromAClient(String header) throws IOException {
    RawCall.send(
        port,
        "GET /order-views?customerId=[me] HTTP/1.1\r\nHost: localhost\r\n"
            + header
            + "\r\n\r\nGET / HTTP/1.0\r\nConnection: close\r\n\r\n");
    assertThat(ORDER_VIEW.heads())
        .singleElement()
        .asString()
        .startsWith("GET /order-views?customerId=[me] HTTP/1.1\r\n")
        .doesNotContain("other");
  }

  private void expectForwarded(String target) throws IOException {
    assertThat(RawCall.get(port, target).status()).as(target).isEqualTo(200);
    assertThat(ORDER_VIEW.heads())
        .singleElement()
        .asString()
        .startsWith("GET " + target + " HTTP/1.1\r\n");
  }
}
