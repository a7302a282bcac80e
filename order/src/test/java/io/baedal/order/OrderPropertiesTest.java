package io.baedal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class OrderPropertiesTest {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Properties.class);

  @Test
  void hasNoDefaultsUnlessTheyAreSet() {
    runner.run(
        context ->
            assertThat(context.getBean(OrderProperties.class).defaults())
                .isEqualTo(new OrderProperties.Defaults(null, null, null, null, null)));
  }

  @Test
  void treatsAnEmptyEnvironmentVariableAsUnset() {
    runner
        .withPropertyValues("order.defaults.customer-id=", "order.defaults.quantity=")
        .run(
            context ->
                assertThat(context.getBean(OrderProperties.class).defaults())
                    .isEqualTo(new OrderProperties.Defaults(null, null, null, null, null)));
  }

  @Test
  void refusesToStartWithAnInvalidDefault() {
    runner
        .withPropertyValues("order.defaults.quantity=1000")
        .run(context -> assertThat(context).hasFailed());
  }

  /** Otherwise a worker would refuse the order after its payment. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "order.defaults.store-id=a\u200Bb",
        "order.defaults.customer-id=a\u200Bb",
        "order.defaults.payment-method=\u200B",
        "order.defaults.delivery-address=\u200B"
      })
  void refusesToStartWithInvisibleCharactersInADefault(String property) {
    runner.withPropertyValues(property).run(context -> assertThat(context).hasFailed());
  }

  @Test
  void limitsAdmission() {
    runner.run(
        context ->
            assertThat(context.getBean(OrderProperties.class).admission())
                .isEqualTo(
                    new OrderProperties.Admission(
                        2_000, 20, Duration.ofSeconds(1), Duration.ofSeconds(5))));
    runner
        .withPropertyValues("order.admission.max-waiting=0")
        .run(context -> assertThat(context).hasFailed());
  }

  @Test
  void takesPricesFromMenusUnlessTheCatalogueIsDisabled() {
    runner.run(
        context ->
            assertThat(context.getBean(OrderProperties.class).catalogue())
                .isEqualTo(new OrderProperties.Catalogue(true, null)));
    runner
        .withPropertyValues("order.catalogue.enabled=false", "order.catalogue.import-file=")
        .run(
            context ->
                assertThat(context.getBean(OrderProperties.class).catalogue())
                    .isEqualTo(new OrderProperties.Catalogue(false, null)));
  }

  @EnableConfigurationProperties(OrderProperties.class)
  static class Properties {}
}
