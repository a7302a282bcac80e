package io.baedal.orchestrator.fulfillment;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts the played workers of a test in the place of the real ones. */
@TestConfiguration
class PlayedPorts {

  /** All that the process calls. */
  interface Workers {

    Payments payments();

    StoreRequests stores();

    Deliveries deliveries();
  }

  @Bean
  @Primary
  Payments playedPayments(Workers workers) {
    return workers.payments();
  }

  @Bean
  @Primary
  StoreRequests playedStores(Workers workers) {
    return workers.stores();
  }

  @Bean
  @Primary
  Deliveries playedDeliveries(Workers workers) {
    return workers.deliveries();
  }
}
