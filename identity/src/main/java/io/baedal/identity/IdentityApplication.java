package io.baedal.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the provider. Its own pages and forms do not follow the contract of Baedal's services, of
 * which it takes the management port alone.
 */
@SpringBootApplication(
    excludeName = {
      "io.baedal.web.WebAutoConfiguration",
      "io.baedal.web.access.servlet.AccessAutoConfiguration"
    })
@ConfigurationPropertiesScan
public class IdentityApplication {

  public static void main(String[] args) {
    SpringApplication.run(IdentityApplication.class, args);
  }
}
