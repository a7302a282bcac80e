package io.baedal.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The circuit breakers of the services; {@link RetryOnce} repeats a call before it fails. */
@Configuration(proxyBeanMethods = false)
class ResilienceConfiguration {

  /**
   * A call fails if the connection fails or no answer arrives in time. An answer with any status is
   * a success, since the service is reachable; it is forwarded unchanged.
   */
  @Bean
  Customizer<ReactiveResilience4JCircuitBreakerFactory> breakers(GatewayProperties properties) {
    GatewayProperties.Breaker breaker = properties.breaker();
    CircuitBreakerConfig config =
        CircuitBreakerConfig.custom()
            .slidingWindowSize(breaker.calls())
            .minimumNumberOfCalls(breaker.minimumCalls())
            .failureRateThreshold(breaker.failurePercentage())
            .waitDurationInOpenState(breaker.pause())
            // uses a timer, so that the breaker does not stay open if the clock is set back
            .automaticTransitionFromOpenToHalfOpenEnabled(true)
            .permittedNumberOfCallsInHalfOpenState(breaker.trialCalls())
            .build();
    return factory ->
        factory.configureDefault(
            id -> new Resilience4JConfigBuilder(id).circuitBreakerConfig(config).build());
  }
}
