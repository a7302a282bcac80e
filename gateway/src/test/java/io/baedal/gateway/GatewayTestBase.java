package io.baedal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The gateway with mock services, in one shared context. */
@GatewayTest(
    properties = {
      "gateway.request-timeout=5s",
      "gateway.breaker.pause=1s",
      "gateway.drain=0s",
      "spring.cloud.gateway.server.webflux.httpclient.response-timeout=2s"
    })
@AutoConfigureObservability(tracing = false)
abstract class GatewayTestBase {

  static final String ID = "0c6a3c3e-2f8b-4f4e-9a55-0d5a4a1f3b11";

  @LocalServerPort int port;
  @Autowired CircuitBreakerRegistry breakers;
  WebTestClient gateway;

  @DynamicPropertySource
  static void services(DynamicPropertyRegistry registry) {
    Services.register(registry);
  }

  @BeforeEach
  void reset() {
    Services.reset();
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    gateway =
        WebTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .responseTimeout(Duration.ofMinutes(2))
            .build();
  }

  static void noServiceWasCalled() {
    for (Service service : Service.values()) {
      assertThat(Services.of(service).getAllServeEvents()).isEmpty();
    }
  }
}
