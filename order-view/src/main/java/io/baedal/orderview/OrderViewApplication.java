package io.baedal.orderview;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the order view; it needs its database, and nothing else. */
@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "Baedal order view", version = "v1"))
public class OrderViewApplication {

  public static void main(String[] args) {
    SpringApplication.run(OrderViewApplication.class, args);
  }
}
