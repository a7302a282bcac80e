package io.baedal.orchestrator.saga;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;

/** The beans for tests of races; each test gets a new order. */
@TestConfiguration
@Import(PlayedPorts.class)
class Races {

  @Bean
  ScriptedWorkers scriptedWorkers() {
    return new ScriptedWorkers();
  }

  @Bean
  @Scope("prototype")
  PlayedOrder playedOrder() {
    return new PlayedOrder();
  }

  @Bean
  OrderTrace orderTrace() {
    return new OrderTrace();
  }
}
