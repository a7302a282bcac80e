package io.baedal.orchestrator.operations.access;

import io.baedal.web.access.Caller;
import io.baedal.web.access.Role;
import io.baedal.web.access.servlet.TokenAccess;
import io.baedal.web.access.token.CallerAuthentication;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * The filters that each request passes before the engine or a controller, in this order, after
 * {@link io.baedal.web.browser.BrowserFilter}. All filters apply to all paths, so that none is left
 * out; {@link Access} defines what a path needs.
 */
@Configuration(proxyBeanMethods = false)
class EngineWebSecurity {

  /** The limit for all request bodies in memory. */
  private static final long LARGEST_BODIES_BYTES = 16 * 1024 * 1024;

  @Bean
  Bodies bodies() {
    return new Bodies(LARGEST_BODIES_BYTES);
  }

  @Bean
  PasswordChecks passwordChecks(Clock clock) {
    return new PasswordChecks(clock);
  }

  @Bean
  FilterRegistrationBean<Filter> answerHeaders() {
    return at(5, new AnswerHeaders());
  }

  @Bean
  FilterRegistrationBean<Filter> setupFilter() {
    return at(30, new SetupFilter());
  }

  @Bean
  FilterRegistrationBean<Filter> anonymousRequests() {
    return at(90, new AnonymousRequests());
  }

  @Bean
  AnonymousSessions anonymousSessions() {
    return new AnonymousSessions();
  }

  @Bean
  FilterRegistrationBean<Filter> operatorLogin(
      IdentityService identities, PasswordChecks passwords) {
    return at(100, new OperatorLogin(identities, passwords));
  }

  @Bean
  FilterRegistrationBean<Filter> webappLogin(PasswordChecks passwords, Bodies bodies) {
    return at(110, new WebappLogin(passwords, bodies));
  }

  /**
   * Replaces the shared filter of this name: the login is bound to the thread, so the body has to
   * be read on that thread.
   */
  @Bean
  FilterRegistrationBean<Filter> requestBodyFilter(Bodies bodies) {
    return at(200, new BodyFilter(bodies));
  }

  @Bean
  FilterRegistrationBean<Filter> queryExpressionFilter() {
    return at(210, new QueryExpressionFilter());
  }

  /**
   * Checks tokens, after {@link OperatorLogin} and before bodies are read; {@code
   * spring.security.filter.order} has its place.
   */
  @Bean
  SecurityFilterChain apiSecurity(HttpSecurity http, TokenAccess tokens) throws Exception {
    return tokens
        .in(http)
        .anonymous(anonymous -> anonymous.authenticationFilter(new LoggedInOperator()))
        .authorizeHttpRequests(
            requests ->
                requests
                    // pages and answers of a request that was let in
                    .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(Access::needsNoLogin)
                    .permitAll()
                    .requestMatchers("/readyz")
                    .permitAll()
                    .requestMatchers(tokens.openEndpoints())
                    .permitAll()
                    .requestMatchers(EndpointRequest.toAnyEndpoint())
                    .access(TokenAccess.operators())
                    .anyRequest()
                    .authenticated())
        .build();
  }

  @Bean
  FilterRegistrationBean<Filter> tokenOperator(IdentityService identities) {
    return at(120, new TokenOperator(identities));
  }

  /** Whom {@link OperatorLogin} has let in is an operator for the controllers. */
  private static final class LoggedInOperator extends AnonymousAuthenticationFilter {

    LoggedInOperator() {
      super("nobody");
    }

    @Override
    protected Authentication createAuthentication(HttpServletRequest request) {
      return request.getAttribute(OperatorLogin.USER) instanceof String user
          ? new CallerAuthentication(new Caller(user, Set.of(Role.OPERATOR), null, null, null))
          : super.createAuthentication(request);
    }
  }

  private static FilterRegistrationBean<Filter> at(int order, Filter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + order);
    return registration;
  }
}
