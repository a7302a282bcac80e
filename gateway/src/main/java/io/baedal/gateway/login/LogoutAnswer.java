package io.baedal.gateway.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import reactor.core.publisher.Mono;

/**
 * Names the page of the provider that ends the login there, in {@code next}. A redirect would be
 * followed by the script that has sent the request, and not by the browser's window.
 */
final class LogoutAnswer implements ServerLogoutSuccessHandler {

  private static final JsonMapper JSON = new JsonMapper();

  private final OidcClientInitiatedServerLogoutSuccessHandler provider;

  LogoutAnswer(ReactiveClientRegistrationRepository provider, URI home) {
    this.provider = new OidcClientInitiatedServerLogoutSuccessHandler(provider);
    this.provider.setPostLogoutRedirectUri(home.toString());
    this.provider.setLogoutSuccessUrl(home);
  }

  @Override
  public Mono<Void> onLogoutSuccess(WebFilterExchange exchange, Authentication login) {
    ServerHttpResponse response = exchange.getExchange().getResponse();
    return provider
        .onLogoutSuccess(exchange, login)
        .then(
            Mono.defer(() -> name(response.getHeaders().getFirst(HttpHeaders.LOCATION), response)));
  }

  private static Mono<Void> name(String next, ServerHttpResponse response) {
    response.getHeaders().remove(HttpHeaders.LOCATION);
    response.getHeaders().set("Clear-Site-Data", "\"cache\", \"storage\"");
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    response.setStatusCode(HttpStatus.OK);
    try {
      byte[] body = JSON.writeValueAsBytes(Map.of("next", next));
      return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    } catch (JsonProcessingException e) {
      return Mono.error(e);
    }
  }
}
