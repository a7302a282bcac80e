package io.baedal.orderview;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the order view; it requires only its database. */
@SpringBootApplication
public class OrderViewApplication {

  public static void main(String[] args) {
    SpringApplication.run(OrderViewApplication.class, args);
  }
}
