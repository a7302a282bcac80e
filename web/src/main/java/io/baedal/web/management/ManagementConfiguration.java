package io.baedal.web.management;

import io.baedal.web.WebProperties;
import io.baedal.web.browser.BrowserFilter;
import io.baedal.web.browser.HostRule;
import io.baedal.web.problem.servlet.ProblemValve;
import io.baedal.web.request.UnreadBodies;
import java.util.Set;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * The management port of a servlet service. It has its own context, in which no filter of the API
 * runs but Spring Security's.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
class ManagementConfiguration {

  /** Enough for two probes, Prometheus and one manual request at the same time. */
  private static final int THREADS = 4;

  private static final int CONNECTIONS = 50;

  @Bean
  FilterRegistrationBean<BrowserFilter> managementBrowserFilter(WebProperties properties) {
    var registration =
        new FilterRegistrationBean<>(new BrowserFilter(new HostRule(properties.hosts())));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  /** Runs after the customizer that copies the settings of the API's port, which has an order. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> managementServer() {
    return tomcat -> {
      tomcat.addConnectorCustomizers(
          connector -> {
            var protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
            protocol.setMinSpareThreads(1);
            protocol.setMaxThreads(THREADS);
            protocol.setMaxConnections(CONNECTIONS);
          });
      tomcat.addEngineValves(new UnreadBodies(1));
      // without error pages, the valve handles errors
      tomcat.setErrorPages(Set.of());
      tomcat.addContextCustomizers(
          context ->
              ((StandardHost) context.getParent())
                  .setErrorReportValveClass(ProblemValve.class.getName()));
    };
  }
}
