package io.baedal.gateway;

import io.baedal.web.browser.HostRule;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the request line and the headers before other handlers. An accepted request is normalized:
 * its target begins with the path, and only the connection headers for the gateway remain.
 */
final class RequestRules {

  private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]*)(.*)");

  private static final int MAX_ACCEPTED = 50;

  private static final Pattern HOST =
      Pattern.compile("(?:\\[[\\da-fA-F:.]+]|[\\w.-]+)(?::(\\d{1,5}))?");
  private static final int MAX_PORT = 65_535;

  private final HostRule hosts;

  RequestRules(HostRule hosts) {
    this.hosts = hosts;
  }

  /**
   * @throws ProblemException if the request is refused
   */
  void apply(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      throw new ProblemException(undecodable(request.decoderResult().cause()));
    }
    HttpVersion version = request.protocolVersion();
    if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
      throw new ProblemException(
          Problem.of(
              ProblemType.HTTP_VERSION_NOT_SUPPORTED, "HTTP/1.1 and HTTP/1.0 are supported."));
    }
    String target = withoutAuthority(request);
    checkHost(request);
    reduceConnectionHeaders(request.headers());
    String expected = request.headers().get(HttpHeaderNames.EXPECT);
    if (expected != null && !HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expected)) {
      throw new ProblemException(
          Problem.of(
              ProblemType.EXPECTATION_FAILED, "The only supported expectation is 100-continue."));
    }
    checkAccept(request.headers());
    UnchangedQuery.store(RequestTarget.of(target), request);
  }

  private static Problem undecodable(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return Problem.of(ProblemType.URI_TOO_LONG, "The request line is too long.");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return Problem.of(
          ProblemType.REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers are too long in total.");
    }
    return Problem.invalid("request", "must be a valid HTTP/1.1 request line and headers");
  }

  /** A client may send the host before the path; it replaces the Host header. */
  private static String withoutAuthority(HttpRequest request) {
    Matcher absolute = ABSOLUTE.matcher(request.uri());
    if (!absolute.matches()) {
      return request.uri();
    }
    request.headers().set(HttpHeaderNames.HOST, absolute.group(1));
    String rest = absolute.group(2);
    return rest.startsWith("/") ? rest : "/" + rest;
  }

  private void checkHost(HttpRequest request) {
    List<String> sent = request.headers().getAll(HttpHeaderNames.HOST);
    if (sent.isEmpty() && request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
      return;
    }
    Matcher host = HOST.matcher(sent.isEmpty() ? "" : sent.get(0));
    boolean wellFormed =
        host.matches() && (host.group(1) == null || Integer.parseInt(host.group(1)) <= MAX_PORT);
    if (sent.size() != 1 || !wellFormed) {
      throw new ProblemException(
          Problem.invalid("Host", "must be sent once, as a name or address and a port"));
    }
    if (!hosts.allows(sent.get(0))) {
      throw new ProblemException(
          Problem.of(
              ProblemType.MISDIRECTED_REQUEST,
              "The gateway does not accept that host name. GATEWAY_HOSTS lists the valid ones."));
    }
  }

  /** Spring fails if there are more types. */
  private static void checkAccept(HttpHeaders headers) {
    long types =
        headers.getAll(HttpHeaderNames.ACCEPT).stream()
            .mapToLong(line -> 1 + line.chars().filter(sent -> sent == ',').count())
            .sum();
    if (types > MAX_ACCEPTED) {
      throw new ProblemException(
          Problem.of(
              ProblemType.NOT_ACCEPTABLE,
              "Accept must not list more than " + MAX_ACCEPTED + " types."));
    }
  }

  /**
   * Removes upgrades, after which a client continues with HTTP/1.1. A web socket is refused, since
   * its client cannot continue. {@code Connection} can name headers to be removed, even headers
   * that the gateway needs, and is therefore reduced to {@code close} or {@code keep-alive}.
   */
  private static void reduceConnectionHeaders(HttpHeaders headers) {
    if (headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
      throw new ProblemException(Problem.invalid("Upgrade", "must not be websocket"));
    }
    boolean close = headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
    boolean keepAlive =
        headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE, true);
    headers.remove(HttpHeaderNames.CONNECTION).remove(HttpHeaderNames.UPGRADE);
    if (close || keepAlive) {
      headers.set(
          HttpHeaderNames.CONNECTION, close ? HttpHeaderValues.CLOSE : HttpHeaderValues.KEEP_ALIVE);
    }
  }
}
