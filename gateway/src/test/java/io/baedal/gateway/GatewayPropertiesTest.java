package io.baedal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class GatewayPropertiesTest {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Config.class);

  @Test
  void readsAddressesFromEnvironmentVariables() {
    runner
        .withInitializer(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            Map.of(
                                "GATEWAY_ROUTES_ORDER_URL", "http://order:1, http://order:11",
                                "GATEWAY_ROUTES_ORDER_VIEW_URL", "http://order-view:2"))))
        .run(
            context -> {
              GatewayProperties properties = context.getBean(GatewayProperties.class);
              assertThat(Service.ORDER.urls(properties.routes()))
                  .containsExactly(URI.create("http://order:1"), URI.create("http://order:11"));
              assertThat(Service.ORDER_VIEW.urls(properties.routes()))
                  .containsExactly(URI.create("http://order-view:2"));
            });
  }

  @Test
  void refusesAServiceWithoutAnAddress() {
    runner
        .withPropertyValues("gateway.routes.payment.url=")
        .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("url"));
  }

  @Test
  void refusesAnInvalidBreaker() {
    runner
        .withPropertyValues("gateway.breaker.failure-percentage=0")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("failurePercentage"));
  }

  @Configuration
  @EnableConfigurationProperties(GatewayProperties.class)
  static class Config {}
}
