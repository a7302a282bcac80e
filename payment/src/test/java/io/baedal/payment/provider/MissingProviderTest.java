package io.baedal.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MissingProviderTest {

  private final ApplicationContextRunner service =
      new ApplicationContextRunner().withUserConfiguration(ProviderConfiguration.class);

  @Test
  void doesNotStartWithoutAProvider() {
    service.run(
        context -> {
          assertThat(context).hasFailed();
          FailureAnalysis analysis =
              new MissingProviderAnalyzer().analyze(context.getStartupFailure());
          assertThat(analysis.getDescription())
              .startsWith("No payment provider: add an adapter")
              .contains("PAYMENT_SIMULATION_ENABLED")
              .doesNotContain("\n");
        });
  }

  @Test
  void startsWithAProvider() {
    service
        .withBean(PaymentProvider.class, () -> org.mockito.Mockito.mock(PaymentProvider.class))
        .run(context -> assertThat(context).hasNotFailed());
  }
}
