package io.baedal.orchestrator.engine;

import jakarta.servlet.Filter;
import java.time.Clock;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * What each request passes before the engine or a controller sees it, in this order, behind {@link
 * io.baedal.web.browser.BrowserFilter}. All filters see all paths, so that none is forgotten;
 * {@link Access} tells what a path needs.
 */
@Configuration(proxyBeanMethods = false)
class EngineWebSecurity {

  /** Of the bodies of all requests. */
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
  FilterRegistrationBean<Filter> strangers() {
    return at(90, new Strangers());
  }

  @Bean
  StrangersSessions strangersSessions() {
    return new StrangersSessions();
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
   * In the place of the shared filter of this name: the login belongs to the thread, which the body
   * has to be read by.
   */
  @Bean
  FilterRegistrationBean<Filter> requestBodyFilter(Bodies bodies) {
    return at(200, new BodyFilter(bodies));
  }

  @Bean
  FilterRegistrationBean<Filter> queryExpressionFilter() {
    return at(210, new QueryExpressionFilter());
  }

  private static FilterRegistrationBean<Filter> at(int place, Filter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
    return registration;
  }
}
