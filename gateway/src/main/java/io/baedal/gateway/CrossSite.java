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
 * Limits what pages of other sites may do. Pages of {@code gateway.cors-origins} may do everything,
 * by CORS. Others may change nothing, and browsers do not let them read the answers.
 *
 * <p>Replaces Spring's own CORS filter, which refuses with an empty body and does not check
 * requests that a page can send without a preflight.
 */
@Component
@Order(0)
class CrossSite implements WebFilter {

  static final String FETCH_SITE = "Sec-Fetch-Site";

  private static final long PREFLIGHT_SECONDS = 1800;

  private static final List<String> SENT =
      List.of(
          HttpHeaders.ACCEPT_LANGUAGE,
          HttpHeaders.AUTHORIZATION,
          HttpHeaders.CONTENT_TYPE,
          "Idempotency-Key",
          "Last-Event-ID",
          "traceparent");

  /** What a page needs in addition to the headers that it may always read. */
  static final List<String> READ =
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
    boolean welcome = origin != null && allowed.contains(origin);
    if (welcome) {
      answer.setAccessControlAllowOrigin(origin);
      answer.setAccessControlExposeHeaders(READ);
    }
    if (CorsUtils.isPreFlightRequest(request)) {
      return welcome ? preflight(exchange) : Mono.error(foreign());
    }
    return !welcome && isForged(request, origin) ? Mono.error(foreign()) : chain.filter(exchange);
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
    answer.setAccessControlAllowHeaders(SENT);
    answer.setAccessControlMaxAge(PREFLIGHT_SECONDS);
    exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
    return exchange.getResponse().setComplete();
  }

  private static ProblemException foreign() {
    return new ProblemException(
        Problem.of(
            ProblemType.FOREIGN_ORIGIN,
            "The page's origin is not among those that may call from another site."));
  }
}
