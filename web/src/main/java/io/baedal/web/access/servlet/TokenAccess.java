package io.baedal.web.access.servlet;

import io.baedal.web.access.token.AccessProperties;
import io.baedal.web.access.token.CallerAuthentication;
import io.baedal.web.access.token.CallerConverter;
import io.baedal.web.access.token.TokenReader;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Authenticates calls by their access tokens. */
public final class TokenAccess {

  private final AccessProperties properties;

  TokenAccess(AccessProperties properties) {
    this.properties = properties;
  }

  /**
   * Adds the authentication by tokens, and removes what only pages need: sessions, logout, form
   * tokens. Which requests need a token, the caller adds.
   *
   * @throws IllegalStateException if the provider is not configured
   */
  public HttpSecurity in(HttpSecurity http) throws Exception {
    var problems = new AccessProblems();
    return http.sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        // BrowserFilter sets them, also for the problems that it writes
        .headers(AbstractHttpConfigurer::disable)
        .exceptionHandling(handling -> handling.authenticationEntryPoint(problems))
        .oauth2ResourceServer(
            tokens ->
                tokens
                    .authenticationEntryPoint(problems)
                    .jwt(
                        jwt ->
                            jwt.decoder(TokenReader.of(properties))
                                .jwtAuthenticationConverter(new CallerConverter()))
                    .withObjectPostProcessor(failures(problems)));
  }

  /** Whether a request is for an endpoint of the management port that needs no token. */
  public RequestMatcher openEndpoints() {
    return EndpointRequest.to(properties.openEndpoints().toArray(String[]::new));
  }

  /** Lets operators in, for the other endpoints of the management port. */
  public static AuthorizationManager<RequestAuthorizationContext> operators() {
    return (caller, context) ->
        new AuthorizationDecision(CallerAuthentication.isOperator(caller.get()));
  }

  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failures(
      AccessProblems problems) {
    return new ObjectPostProcessor<>() {
      @Override
      public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
        filter.setAuthenticationFailureHandler(problems);
        return filter;
      }
    };
  }
}
