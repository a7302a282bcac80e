package io.baedal.orchestrator.engine;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Guards the engine's REST API and the operator calls; the webapps bring a login of their own. */
@Configuration(proxyBeanMethods = false)
class EngineWebSecurity {

  @Bean
  FilterRegistrationBean<PlainPathFilter> plainPathFilter() {
    var registration = new FilterRegistrationBean<>(new PlainPathFilter());
    registration.addUrlPatterns("/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  @Bean
  FilterRegistrationBean<QueryExpressionFilter> queryExpressionFilter() {
    var registration = new FilterRegistrationBean<>(new QueryExpressionFilter());
    registration.addUrlPatterns("/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 200);
    return registration;
  }

  @Bean
  FilterRegistrationBean<OperatorLogin> engineLogin(IdentityService identities) {
    var registration = new FilterRegistrationBean<>(new OperatorLogin(identities, false));
    registration.addUrlPatterns("/engine-rest/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
    return registration;
  }

  /** The engine decides by its authorizations what its users may do, but not in these calls. */
  @Bean
  FilterRegistrationBean<OperatorLogin> operatorLogin(IdentityService identities) {
    var registration = new FilterRegistrationBean<>(new OperatorLogin(identities, true));
    registration.addUrlPatterns(
        "/orders/*",
        "/stuck-orders/*",
        "/operator-acts/*",
        "/disagreements/*",
        "/reconciliations/*",
        "/process-versions/*",
        "/migrations/*",
        "/republications/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
    return registration;
  }
}
