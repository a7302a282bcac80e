package io.baedal.gateway.login;

import io.baedal.web.problem.Problem;
import io.baedal.web.problem.ProblemException;
import io.baedal.web.problem.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The access token of a login, refreshed when it is about to end. */
@Component
public class TokenOfSession {

  private final ReactiveOAuth2AuthorizedClientManager tokens;

  TokenOfSession(ReactiveOAuth2AuthorizedClientManager tokens) {
    this.tokens = tokens;
  }

  /**
   * Adds the access token if the caller has logged in; a request with a token is not changed. Fails
   * with a {@link ProblemException} if the login has ended at the provider, or if that does not
   * answer.
   */
  public Mono<ServerWebExchange> relay(ServerWebExchange exchange) {
    return exchange
        .getPrincipal()
        .ofType(OAuth2AuthenticationToken.class)
        .filter(login -> !exchange.getRequest().getHeaders().containsKey(HttpHeaders.AUTHORIZATION))
        .flatMap(login -> of(exchange, login))
        .map(token -> withToken(exchange, token))
        .defaultIfEmpty(exchange);
  }

  Mono<String> of(ServerWebExchange exchange, Authentication login) {
    return tokens
        .authorize(
            OAuth2AuthorizeRequest.withClientRegistrationId(ProviderConfiguration.PROVIDER)
                .principal(login)
                .attribute(ServerWebExchange.class.getName(), exchange)
                .build())
        .map(client -> client.getAccessToken().getTokenValue())
        .onErrorMap(ClientAuthorizationException.class, TokenOfSession::problem);
  }

  private static ServerWebExchange withToken(ServerWebExchange exchange, String token) {
    return exchange
        .mutate()
        .request(request -> request.headers(headers -> headers.setBearerAuth(token)))
        .build();
  }

  private static ProblemException problem(ClientAuthorizationException e) {
    String code = e.getError().getErrorCode();
    // without a refresh token the client has to log in as for the first time
    boolean ended =
        code.equals(OAuth2ErrorCodes.INVALID_GRANT) || code.equals("client_authorization_required");
    return new ProblemException(
        ended
            ? Problem.of(ProblemType.UNAUTHORIZED, "Your login has ended. Log in again.")
            : Problem.of(
                ProblemType.SERVICE_UNAVAILABLE,
                "The identity provider cannot be reached at the moment."));
  }
}
