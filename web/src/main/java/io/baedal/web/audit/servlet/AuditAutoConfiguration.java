package io.baedal.web.audit.servlet;

import io.baedal.messaging.outbox.Outbox;
import io.baedal.web.access.servlet.AccessAutoConfiguration;
import io.baedal.web.audit.AuditLog;
import io.baedal.web.audit.AuditProperties;
import io.baedal.web.audit.RefusedAccesses;
import io.baedal.web.audit.jdbc.AuditLogConfiguration;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** The audit log of a servlet service with a database. */
@AutoConfiguration(
    after = AccessAutoConfiguration.class,
    afterName = "io.baedal.messaging.MessagingAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(Outbox.class)
@ConditionalOnBean(Outbox.class)
@EnableConfigurationProperties(AuditProperties.class)
@Import(AuditLogConfiguration.class)
public class AuditAutoConfiguration {

  /** At most 20 refused accesses a second are recorded: about 1 GB a day. */
  private static final RefusedAccesses.Pace PACE =
      new RefusedAccesses.Pace(1_000, 20, Duration.ofSeconds(1));

  @Bean
  @ConditionalOnMissingBean
  Actors tokenActors() {
    return new TokenActors();
  }

  @Bean
  RefusedAccesses refusedAccesses(AuditLog auditLog) {
    return new RefusedAccesses(auditLog, PACE);
  }

  /** The first filter, so that it sees each refusal. */
  @Bean
  FilterRegistrationBean<RefusalFilter> refusalFilter(
      Actors actors, RefusedAccesses refusedAccesses, Clock clock) {
    return at(Ordered.HIGHEST_PRECEDENCE, new RefusalFilter(actors, refusedAccesses, clock));
  }

  /** Next to the filter that checks tokens, before all filters that change something. */
  @Bean
  FilterRegistrationBean<ActFilter> actFilter(
      Actors actors, AuditLog auditLog, Clock clock, SecurityProperties security) {
    return at(security.getFilter().getOrder() + 1, new ActFilter(actors, auditLog, clock));
  }

  @Bean
  AuditController auditController(AuditLog auditLog) {
    return new AuditController(auditLog);
  }

  @Bean
  MeterBinder auditMetrics(RefusedAccesses refusedAccesses) {
    return registry ->
        FunctionCounter.builder(
                "baedal.audit.unrecorded", refusedAccesses, RefusedAccesses::unrecorded)
            .description("Refused accesses that the audit log does not have")
            .register(registry);
  }

  private static <F extends Filter> FilterRegistrationBean<F> at(int order, F filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(order);
    return registration;
  }
}
