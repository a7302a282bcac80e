package io.baedal.payment.provider.simulation;

import io.baedal.payment.PaymentProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("payment.simulation.enabled")
class SimulationConfiguration {

  @Bean
  SimulatedProvider simulatedProvider(
      JdbcClient jdbc, PlatformTransactionManager transactions, PaymentProperties properties) {
    return new SimulatedProvider(
        new SimulatedLedger(jdbc, transactions), properties.simulation().slowAnswer());
  }
}
