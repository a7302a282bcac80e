package io.baedal.orchestrator.saga;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Replaces the real workers with the played workers of a test. */
@TestConfiguration
class PlayedPorts {

  /** All workers that the process calls. */
  interface Workers {

    PaymentWorker payments();

    StoreWorker stores();

    DeliveryWorker deliveries();
  }

  @Bean
  @Primary
  PaymentWorker playedPayments(Workers workers) {
    return workers.payments();
  }

  @Bean
  @Primary
  StoreWorker playedStores(Workers workers) {
    return workers.stores();
  }

  @Bean
  @Primary
  DeliveryWorker playedDeliveries(Workers workers) {
    return workers.deliveries();
  }
}
