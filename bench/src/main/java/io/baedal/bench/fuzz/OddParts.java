package io.baedal.bench.fuzz;

import java.util.List;
import java.util.Random;

/** Unusual and invalid parts of requests. */
final class OddParts {

  static final List<String> HEADERS =
      List.of(
          "Accept: application/json;charset=utf-16",
          "Accept: */*;q=0",
          "Accept: text/event-stream",
          "Accept: application/xml, text/html",
          "Accept:",
          "Accept: " + "a/b,".repeat(60) + "*/*",
          "Accept: \u0001",
          "Accept-Charset: utf-16",
          "Accept-Encoding: gzip",
          "Accept-Encoding: identity;q=0",
          "Accept-Language: zz;q=9",
          "Content-Type: application/json;charset=latin1",
          "Content-Type: application/json;charset=\"",
          "Content-Type: multipart/form-data; boundary=x",
          "Content-Type: multipart/form-data",
          "Content-Type: application/x-www-form-urlencoded",
          "Content-Type: application/xml",
          "Content-Type: application/problem+json",
          "Content-Type:",
          "Content-Type: \u00e9\u00ff",
          "Content-Encoding: gzip",
          "Content-Encoding: identity",
          "Content-Encoding: x",
          "Content-Length: -1",
          "Content-Length: +3",
          "Content-Length: abc",
          "Content-Length: 5, 5",
          "Content-Length: 99999999999999999999",
          "Content-Length: 900000000",
          "Content-Length: 0",
          "Host: evil.example",
          "Host:",
          "Host: localhost:99999",
          "Host: localhost:abc",
          "Host: a b",
          "Host: [::1]",
          "Host: [",
          "Host: \u00e9",
          "Host: 127.0.0.1",
          "Origin: null",
          "Origin: http://evil.example",
          "Origin: x",
          "Origin: http://localhost",
          "Sec-Fetch-Site: cross-site",
          "Sec-Fetch-Site: x",
          "Access-Control-Request-Method: DELETE",
          "Expect: 100-continue",
          "Expect: 200-ok",
          "Expect:",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: gzip, chunked",
          "Transfer-Encoding: identity",
          "Transfer-Encoding: xchunked",
          "Transfer-Encoding: chunked, chunked",
          "Transfer-Encoding: \u000bchunked",
          "Transfer-Encoding:",
          "TE: trailers",
          "Trailer: Host",
          "Connection: Content-Type, Authorization",
          "Connection: x",
          "Authorization: Basic !!",
          "Authorization: Basic eDp5",
          "Authorization: Bearer x",
          "Authorization:",
          "Cookie: JSESSIONID=x; a=\u0007",
          "Range: bytes=0-5",
          "If-None-Match: *",
          "If-Match: x",
          "If-Modified-Since: never",
          "X-HTTP-Method-Override: DELETE",
          "X-Forwarded-Host: evil.example",
          "X-Forwarded-For: x",
          "X-Forwarded-Proto: gopher",
          "X-Forwarded-Prefix: /../",
          "Forwarded: for=x;host=evil.example",
          "traceparent: 00-zz-zz-zz",
          "Idempotency-Key: a\u0000b",
          "Idempotency-Key: " + "x".repeat(2_000),
          "Idempotency-Key:",
          "Last-Event-ID: -1",
          ": no name",
          "no colon",
          " folded: line",
          "Two words: x",
          "Na\u0000me: x");

  static final List<String> METHODS =
      List.of(
          "HEAD", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PUT", "PRI", "get", "X", "", "G\u00c9T");

  static final List<String> VERSIONS =
      List.of("HTTP/1.0", "HTTP/0.9", "HTTP/1.2", "HTTP/2.0", "HTTP/3", "http/1.1", "X/1.1", "");

  static final List<String> TARGETS =
      List.of(
          "*",
          "//",
          "/./orders",
          "//orders",
          "/orders/",
          "/orders;a=b",
          "/orders/../orders",
          "/orders/%2e%2e/orders",
          "/orders%2f1",
          "/orders/%00",
          "/orders/%zz",
          "/orders/\u00ff",
          "/orders?",
          "/orders??",
          "/orders?a=b?c=d#e",
          "/orders?%zz",
          "/orders?size=\u00ff",
          "/orders?a b",
          "/orders#a",
          "/payments?size=%00",
          "/deliveries/..;/",
          "/order-views/[1]",
          "/order-views?[]={}|\\^`\"<>",
          "/stuck-orders/{id}",
          "orders",
          "http://localhost/orders",
          "http://evil.example/orders",
          "http://",
          "https://localhost",
          "localhost:80",
          "\\orders",
          "/nowhere",
          "/error");

  static final List<String> PROTOCOLS = List.of("websocket", "h2c", "TLS/1.0", "HTTP/2.0", "x", "");

  /** In place of the last chunk. */
  static final List<String> CHUNKS =
      List.of(
          "zz\r\nabc\r\n0\r\n\r\n",
          "-1\r\n\r\n",
          "ffffffffffffffff\r\nabc\r\n0\r\n\r\n",
          "3\r\nabcdef\r\n0\r\n\r\n",
          "3;a=\"b\r\nabc\r\n0\r\n\r\n",
          "0x3\r\nabc\r\n0\r\n\r\n",
          "\r\n\r\n",
          "0\r\nHost: evil.example\r\n\r\n",
          "0\r\nno colon\r\n\r\n",
          "0\n\n",
          "3\nabc\n0\n\n");

  static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private OddParts() {}
}
