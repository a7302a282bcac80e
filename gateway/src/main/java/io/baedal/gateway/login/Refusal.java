package io.baedal.gateway.login;

import io.baedal.web.access.token.AccessRefusal;
import io.baedal.web.problem.ProblemException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.security.web.server.util.matcher.MediaTypeServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers a request of a caller who is not known: a browser that opens a page is sent to the login,
 * everything else gets a problem.
 */
final class Refusal implements ServerAuthenticationEntryPoint {

  static final URI LOGIN = URI.create("/oauth2/authorization/" + ProviderConfiguration.PROVIDER);

  private final RedirectServerAuthenticationEntryPoint login =
      new RedirectServerAuthenticationEntryPoint(LOGIN.toString());

  private final MediaTypeServerWebExchangeMatcher pages = pages();

  private final ApiPaths api;

  Refusal(ServerRequestCache requests, ApiPaths api) {
    login.setRequestCache(requests);
    this.api = api;
  }

  private static MediaTypeServerWebExchangeMatcher pages() {
    var pages = new MediaTypeServerWebExchangeMatcher(MediaType.TEXT_HTML);
    pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
    return pages;
  }

  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException e) {
    return opensPage(exchange)
        .flatMap(page -> page ? login.commence(exchange, e) : refuse(exchange, e));
  }

  private Mono<Boolean> opensPage(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    return exchange.getRequest().getMethod() != HttpMethod.GET
            || headers.containsKey(HttpHeaders.AUTHORIZATION)
            || api.contains(exchange.getRequest().getPath())
        ? Mono.just(false)
        : pages.matches(exchange).map(ServerWebExchangeMatcher.MatchResult::isMatch);
  }

  private static Mono<Void> refuse(ServerWebExchange exchange, AuthenticationException e) {
    AccessRefusal refusal = AccessRefusal.of(e);
    if (refusal.challenge() != null) {
      exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, refusal.challenge());
    }
    return Mono.error(new ProblemException(refusal.problem()));
  }
}
