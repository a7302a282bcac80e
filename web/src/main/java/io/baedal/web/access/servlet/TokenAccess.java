package io.baedal.web.access.servlet;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

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
