package io.baedal.gateway;

import io.baedal.web.browser.OriginRule;
import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Restricts pages of other sites. Pages of {@code gateway.cors-origins} have full access through
 * CORS. Other pages cannot change anything, and browsers do not let them read answers.
 *
 * <p>Replaces Spring's CORS filter, which refuses requests with an empty body and does not check
 * requests that need no preflight. Comes before Spring Security, since a preflight has no token.
 */
@Component
@Order(-200)
class CrossSite implements WebFilter {

  static final String FETCH_SITE = "Sec-Fetch-Site";

  private static final long PREFLIGHT_SECONDS = 1800;

  private static final List<String> REQUEST_HEADERS =
      List.of(
          HttpHeaders.ACCEPT_LANGUAGE,
          HttpHeaders.AUTHORIZATION,
          HttpHeaders.CONTENT_TYPE,
          "Idempotency-Key",
          "Last-Event-ID",
          "traceparent");

  /** Headers that pages may read in addition to those that are always readable. */
  static final List<String> EXPOSED_HEADERS =
      List.of(HttpHeaders.ALLOW, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER);

  private final Set<String> allowed;

  CrossSite(GatewayProperties properties) {
    allowed = Set.copyOf(properties.corsOrigins());
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    HttpHeaders answer = exchange.getResponse().getHeaders();
    String origin = request.getHeaders().getOrigin();
    answer.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    boolean isAllowed = origin != null && allowed.contains(origin);
    if (isAllowed) {
      answer.setAccessControlAllowOrigin(origin);
      answer.setAccessControlExposeHeaders(EXPOSED_HEADERS);
    }
    if (CorsUtils.isPreFlightRequest(request)) {
      return isAllowed ? preflight(exchange) : Mono.error(foreign());
    }
    return !isAllowed && isForged(request, origin) ? Mono.error(foreign()) : chain.filter(exchange);
  }

  private static boolean isForged(ServerHttpRequest request, @Nullable String origin) {
    HttpHeaders headers = request.getHeaders();
    return OriginRule.isForged(
        request.getMethod().name(),
        origin,
        headers.getFirst(FETCH_SITE),
        headers.getFirst(HttpHeaders.HOST));
  }

  private static Mono<Void> preflight(ServerWebExchange exchange) {
    HttpHeaders asked = exchange.getRequest().getHeaders();
    Set<HttpMethod> methods = ExposedPath.methodsOf(exchange.getRequest().getPath());
    HttpMethod method = asked.getAccessControlRequestMethod();
    if (methods.isEmpty()) {
      return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
    if (method == null || !methods.contains(method)) {
      return Mono.error(new MethodNotAllowedException(String.valueOf(method), methods));
    }
    HttpHeaders answer = exchange.getResponse().getHeaders();
    answer.setAccessControlAllowMethods(List.copyOf(methods));
    answer.setAccessControlAllowHeaders(REQUEST_HEADERS);
    answer.setAccessControlMaxAge(PREFLIGHT_SECONDS);
    exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
    return exchange.getResponse().setComplete();
  }

  private static ProblemException foreign() {
    return new ProblemException(
        Problem.of(
            ProblemType.FOREIGN_ORIGIN, "Requests from pages of this origin are not allowed."));
  }
}
