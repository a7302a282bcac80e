package io.baedal.gateway.limit;

import io.baedal.gateway.limit.RateLimitFilter.Subject;
import io.baedal.web.access.Role;
import io.baedal.web.access.token.CallerAuthentication;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.Principal;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The limits by address, before a token is verified, and by client, after that. */
@Configuration(proxyBeanMethods = false)
class RateLimitConfiguration {

  private static final Logger log = LoggerFactory.getLogger(RateLimitConfiguration.class);

  /** Spring Security's filter has the order -100. */
  private static final int BEFORE_SECURITY = -110;

  private static final int AFTER_SECURITY = -90;

  private static final Set<Role> SYSTEMS = Set.of(Role.OPERATOR, Role.SERVICE);

  private static final int THREADS = 4;
  private static final int QUEUE = 1_000;
  private static final Duration TIMEOUT = Duration.ofMillis(500);

  private final RateLimitProperties limits;

  RateLimitConfiguration(RateLimitProperties limits) {
    this.limits = limits;
  }

  @Bean
  WebFilter addressLimit(
      ClientAddress clients, RateLimiter limiter, Scheduler rateLimits, MeterRegistry meters) {
    return new RateLimitFilter(
        BEFORE_SECURITY,
        limiter,
        rateLimits,
        refused("address", meters),
        exchange ->
            Mono.fromSupplier(
                () -> new Subject("address:" + clients.networkOf(exchange), limits.address())));
  }

  @Bean
  WebFilter clientLimit(RateLimiter limiter, Scheduler rateLimits, MeterRegistry meters) {
    return new RateLimitFilter(
        AFTER_SECURITY,
        limiter,
        rateLimits,
        refused("client", meters),
        exchange -> exchange.getPrincipal().map(this::client));
  }

  private Subject client(Principal caller) {
    boolean system = caller instanceof CallerAuthentication token && token.caller().isAny(SYSTEMS);
    return new Subject("client:" + caller.getName(), system ? limits.system() : limits.client());
  }

  private static Counter refused(String by, MeterRegistry meters) {
    return Counter.builder("baedal.gateway.rate.limited")
        .description("Requests refused because their client or address sent too many")
        .tag("by", by)
        .register(meters);
  }

  @Bean
  RateLimiter rateLimiter(PostgreSQLSelectForUpdateBasedProxyManager<String> buckets) {
    var database =
        CircuitBreaker.of(
            "rate-limits",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(2)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
    database
        .getEventPublisher()
        .onStateTransition(
            change ->
                log.warn(
                    "the count of requests in the database: circuit breaker {}",
                    change.getStateTransition().getToState()));
    return new RateLimiter(buckets, database);
  }

  @Bean
  PostgreSQLSelectForUpdateBasedProxyManager<String> buckets(DataSource database) {
    return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
        .primaryKeyMapper(PrimaryKeyMapper.STRING)
        .table("rate_limits")
        .idColumn("id")
        .stateColumn("state")
        .expiresAtColumn("expires_at")
        .expirationAfterWrite(
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                Duration.ofMinutes(1)))
        .requestTimeout(TIMEOUT)
        .build();
  }

  /** The threads that wait for the database. */
  @Bean(destroyMethod = "dispose")
  Scheduler rateLimits() {
    return Schedulers.newBoundedElastic(THREADS, QUEUE, "rate-limits");
  }
}
