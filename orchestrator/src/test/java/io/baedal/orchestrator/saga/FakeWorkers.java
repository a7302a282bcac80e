package io.baedal.orchestrator.saga;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Replaces the real workers by the {@link Workers} of a test. */
@TestConfiguration
class FakeWorkers {

  /** All workers that the process calls. */
  interface Workers {

    PaymentWorker payments();

    StoreWorker stores();

    DeliveryWorker deliveries();
  }

  @Bean
  @Primary
  PaymentWorker fakePayments(Workers workers) {
    return workers.payments();
  }

  @Bean
  @Primary
  StoreWorker fakeStores(Workers workers) {
    return workers.stores();
  }

  @Bean
  @Primary
  DeliveryWorker fakeDeliveries(Workers workers) {
    return workers.deliveries();
  }
}
