package io.baedal.orchestrator.fulfillment;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;

/** What a test of races needs: each test gets an order of its own. */
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
