package io.baedal.gateway.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.baedal.web.access.Caller;
import io.baedal.web.access.Role;
import io.baedal.web.access.token.CallerAuthentication;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells a page who has logged in. */
@RestController
class SessionController {

  private final TokenOfSession tokens;
  private final ReactiveAuthenticationManager callers;

  SessionController(TokenOfSession tokens, ReactiveAuthenticationManager callers) {
    this.tokens = tokens;
    this.callers = callers;
  }

  @GetMapping("/login")
  ResponseEntity<Void> login() {
    return ResponseEntity.status(HttpStatus.FOUND).location(Refusal.LOGIN).build();
  }

  /** Also sets the cookie XSRF-TOKEN, whose value changing requests need in X-XSRF-TOKEN. */
  @GetMapping("/session")
  Mono<Session> session(Authentication caller, ServerWebExchange exchange) {
    return csrfCookie(exchange).then(caller(caller, exchange)).map(Session::of);
  }

  private static Mono<CsrfToken> csrfCookie(ServerWebExchange exchange) {
    Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
    return token == null ? Mono.empty() : token;
  }

  private Mono<Caller> caller(Authentication caller, ServerWebExchange exchange) {
    return caller instanceof OAuth2AuthenticationToken
        ? tokens
            .of(exchange, caller)
            .flatMap(token -> callers.authenticate(new BearerTokenAuthenticationToken(token)))
            .map(authentication -> ((CallerAuthentication) authentication).caller())
        : Mono.just(((CallerAuthentication) caller).caller());
  }

  /**
   * Who has logged in.
   *
   * @param name the account
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Session(
      String name,
      List<Role> roles,
      @Nullable String customerId,
      @Nullable String storeId,
      @Nullable String courierId) {

    static Session of(Caller caller) {
      return new Session(
          caller.name(),
          caller.roles().stream().sorted().toList(),
          caller.customerId(),
          caller.storeId(),
          caller.courierId());
    }
  }
}
