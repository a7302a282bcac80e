package io.baedal.gateway.login;

import java.net.URI;
import org.springframework.boot.web.server.Cookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.savedrequest.CookieServerRequestCache;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The page that needed a login, to which the browser returns, in a cookie. Spring's class would
 * delete the cookie in each answer, also of calls that never had it.
 */
final class PageBeforeLogin implements ServerRequestCache {

  private static final String COOKIE = "REDIRECT_URI";

  private final CookieServerRequestCache cookie = new CookieServerRequestCache();

  PageBeforeLogin(Cookie session) {
    cookie.setCookieCustomizer(builder -> builder.secure(Boolean.TRUE.equals(session.getSecure())));
  }

  @Override
  public Mono<Void> saveRequest(ServerWebExchange exchange) {
    return cookie.saveRequest(exchange);
  }

  @Override
  public Mono<URI> getRedirectUri(ServerWebExchange exchange) {
    return cookie.getRedirectUri(exchange);
  }

  @Override
  public Mono<ServerHttpRequest> removeMatchingRequest(ServerWebExchange exchange) {
    return exchange.getRequest().getCookies().containsKey(COOKIE)
        ? cookie.removeMatchingRequest(exchange)
        : Mono.empty();
  }
}
