package io.baedal.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the gateway gives a service some rest; before that, {@link SecondTry} asks once more. */
@Configuration(proxyBeanMethods = false)
class ResilienceConfiguration {

  /**
   * A call fails when the connection fails or no answer comes in time. An answer is a success
   * whatever its status: it shows that the service is there, and is passed on as it is.
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
            // by a timer: a clock that is set back must not keep it open
            .automaticTransitionFromOpenToHalfOpenEnabled(true)
            .permittedNumberOfCallsInHalfOpenState(breaker.trialCalls())
            .build();
    return factory ->
        factory.configureDefault(
            id -> new Resilience4JConfigBuilder(id).circuitBreakerConfig(config).build());
  }
}
