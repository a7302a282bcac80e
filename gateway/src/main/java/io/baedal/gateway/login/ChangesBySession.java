package io.baedal.gateway.login;

import java.util.Set;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The requests that a foreign page could forge: a browser adds the cookie of the session to them,
 * but never an access token.
 */
final class ChangesBySession implements ServerWebExchangeMatcher {

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

  private final String cookie;

  ChangesBySession(ServerProperties server) {
    this.cookie = server.getReactive().getSession().getCookie().getName();
  }

  @Override
  public Mono<MatchResult> matches(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    boolean forgeable =
        !SAFE.contains(request.getMethod())
            && request.getCookies().containsKey(cookie)
            && !request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION);
    return forgeable ? MatchResult.match() : MatchResult.notMatch();
  }
}
