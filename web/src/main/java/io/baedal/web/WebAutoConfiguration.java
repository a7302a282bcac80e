package io.baedal.web;

import io.baedal.messaging.republication.Republication;
import io.baedal.web.browser.BrowserFilter;
import io.baedal.web.browser.HostRule;
import io.baedal.web.logging.OrderIdInLogs;
import io.baedal.web.openapi.ApiDocument;
import io.baedal.web.openapi.OperationRules;
import io.baedal.web.openapi.RecordSchemas;
import io.baedal.web.problem.servlet.DomainProblem;
import io.baedal.web.problem.servlet.ProblemAdvice;
import io.baedal.web.problem.servlet.ProblemErrorController;
import io.baedal.web.problem.servlet.ProblemValve;
import io.baedal.web.reconciliation.RepublicationController;
import io.baedal.web.request.PlainPathFilter;
import io.baedal.web.request.RequestBodyFilter;
import io.baedal.web.request.RequestConfiguration;
import io.baedal.web.request.UnreadBodies;
import io.swagger.v3.oas.models.OpenAPI;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The HTTP contract of all servlet services. */
@AutoConfiguration(
    before = WebMvcAutoConfiguration.class,
    afterName = "io.baedal.messaging.MessagingAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
@Import(RequestConfiguration.class)
@PropertySource("classpath:io/baedal/web/web-defaults.properties")
public class WebAutoConfiguration {

  /** One of this number of threads may read unread bodies. */
  private static final int THREADS_FOR_UNREAD_BODIES = 6;

  @Bean
  ProblemAdvice problemAdvice(ObjectProvider<DomainProblem<?>> domainProblems) {
    return new ProblemAdvice(domainProblems.orderedStream().toList());
  }

  @Bean
  ProblemErrorController problemErrorController() {
    return new ProblemErrorController();
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
    return tomcat ->
        tomcat.addContextCustomizers(
            context ->
                ((StandardHost) context.getParent())
                    .setErrorReportValveClass(ProblemValve.class.getName()));
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadBodies(ServerProperties server) {
    int threads = server.getTomcat().getThreads().getMax();
    return tomcat ->
        tomcat.addEngineValves(new UnreadBodies(Math.max(1, threads / THREADS_FOR_UNREAD_BODIES)));
  }

  @Bean
  FilterRegistrationBean<BrowserFilter> browserFilter(WebProperties properties) {
    var registration =
        new FilterRegistrationBean<>(new BrowserFilter(new HostRule(properties.hosts())));
    // after the filter that records refusals
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }

  @Bean
  FilterRegistrationBean<PlainPathFilter> plainPathFilter() {
    var registration = new FilterRegistrationBean<>(new PlainPathFilter());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    return registration;
  }

  /**
   * The last filter, since the filters before it do not run again when the body has arrived. A
   * service whose filters cannot release the thread defines its own filter with this name.
   */
  @Bean
  @ConditionalOnMissingBean(name = "requestBodyFilter")
  FilterRegistrationBean<RequestBodyFilter> requestBodyFilter(WebProperties properties) {
    WebProperties.Body body = properties.body();
    var registration =
        new FilterRegistrationBean<>(
            new RequestBodyFilter(
                Math.toIntExact(body.limit().toBytes()),
                body.limitOfAll().toBytes(),
                body.patience()));
    registration.setOrder(Ordered.LOWEST_PRECEDENCE);
    return registration;
  }

  @Bean
  WebMvcConfigurer orderIdInLogs() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new OrderIdInLogs()).order(Ordered.HIGHEST_PRECEDENCE);
      }
    };
  }

  @Bean
  @ConditionalOnBean(Republication.class)
  RepublicationController republicationController(Republication republication) {
    return new RepublicationController(republication);
  }

  @Bean
  @ConditionalOnMissingBean
  OpenAPI openApi(WebProperties properties) {
    return ApiDocument.of(properties.api().title(), properties.api().description());
  }

  @Bean
  OperationRules operationRules() {
    return new OperationRules();
  }

  @Bean
  RecordSchemas recordSchemas() {
    return new RecordSchemas();
  }
}
