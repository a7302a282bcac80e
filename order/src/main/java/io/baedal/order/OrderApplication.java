package io.baedal.order;

import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderIds;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The order service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OrderApplication {

  public static void main(String[] args) {
    SpringApplication.run(OrderApplication.class, args);
  }

  @Bean
  OrderIds orderIds() {
    return () -> new OrderId(UUID.randomUUID());
  }
}
