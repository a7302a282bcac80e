package io.baedal.order.catalogue;

import io.baedal.order.OrderProperties;
import io.baedal.order.ordering.Prices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses where the prices of orders come from. */
@Configuration(proxyBeanMethods = false)
class PriceConfiguration {

  @Bean
  Prices prices(OrderProperties properties, Menus menus) {
    return properties.catalogue().enabled() ? new MenuPrices(menus) : new GivenPrices();
  }
}
