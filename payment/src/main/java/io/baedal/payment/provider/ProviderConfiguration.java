package io.baedal.payment.provider;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Refuses to start without a provider. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

  /**
   * Runs after all beans are defined and before they are created, so that no other failure comes
   * first.
   */
  @Bean
  static BeanFactoryPostProcessor providerIsPresent() {
    return beans -> {
      if (beans.getBeanNamesForType(PaymentProvider.class, true, false).length == 0) {
        throw new MissingProvider();
      }
    };
  }
}
