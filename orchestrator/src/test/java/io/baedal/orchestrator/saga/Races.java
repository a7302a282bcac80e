package io.baedal.orchestrator.saga;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;

/** The beans for tests of races; each test gets a new order. */
@TestConfiguration
@Import(FakeWorkers.class)
class Races {

  @Bean
  ScriptedWorkers scriptedWorkers() {
    return new ScriptedWorkers();
  }

  @Bean
  @Scope("prototype")
  OrderDriver orderDriver() {
    return new OrderDriver();
  }

  @Bean
  OrderTrace orderTrace() {
    return new OrderTrace();
  }
}
