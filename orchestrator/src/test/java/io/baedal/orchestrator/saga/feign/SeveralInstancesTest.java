package io.baedal.orchestrator.saga.feign;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.saga.PaymentWorker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two instances of payment; one of them fails. */
@OrchestratorTest
class SeveralInstancesTest {

  @RegisterExtension
  static final WireMockExtension WELL =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @RegisterExtension
  static final WireMockExtension TROUBLED =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @Autowired PaymentWorker payments;
  @Autowired CircuitBreakerRegistry breakers;

  @DynamicPropertySource
  static void instances(DynamicPropertyRegistry properties) {
    properties.add(
        "orchestrator.workers.payment.url", () -> WELL.baseUrl() + "," + TROUBLED.baseUrl());
    properties.add("spring.cloud.openfeign.client.config.default.read-timeout", () -> 2_000);
    properties.add("spring.cloud.loadbalancer.health-check.interval", () -> "300ms");
  }

  @BeforeEach
  void bothAreWell() {
    breakers.circuitBreaker(Guard.PAYMENT_UNDO).reset();
    everyAnswer(WELL, okJson("{\"status\":\"CANCELLED\"}"));
    everyAnswer(TROUBLED, okJson("{\"status\":\"CANCELLED\"}"));
    // the first calls of a run may take longer than the short timeout
    await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(this::bothAreCalled);
  }

  @Test
  void bothInstancesShareTheCalls() {
    // a late health check leaves one of them out for a while
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              call(20);
              assertThat(calls(WELL)).isEqualTo(10);
              assertThat(calls(TROUBLED)).isEqualTo(10);
            });
  }

  @Test
  void anInstanceThatBreaksEveryConnectionFailsNoCall() {
    TROUBLED.stubFor(
        delete(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    call(20);

    WELL.verify(20, deleteRequestedFor(anyUrl()));
    assertThat(breakers.circuitBreaker(Guard.PAYMENT_UNDO).getMetrics().getNumberOfFailedCalls())
        .isZero();
  }

  @Test
  void anInstanceThatHangsIsSoonNoLongerCalled() {
    everyAnswer(TROUBLED, aResponse().withFixedDelay(10_000));

    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .untilAsserted(this::onlyTheFirstIsCalled);
    assertThat(breakers.circuitBreaker(Guard.PAYMENT_UNDO).getState())
        .isEqualTo(CircuitBreaker.State.CLOSED);
  }

  @Test
  void aCallThatIsAnsweredLateIsOnlyRepeatedByTheEngine() {
    for (var instance : new WireMockExtension[] {WELL, TROUBLED}) {
      instance.stubFor(delete(anyUrl()).willReturn(aResponse().withFixedDelay(10_000)));
    }

    assertThatThrownBy(() -> payments.cancel(UUID.randomUUID()))
        .isInstanceOf(feign.RetryableException.class);
    assertThat(calls(WELL) + calls(TROUBLED)).isEqualTo(1);
  }

  @Test
  void anInstanceThatIsNotReadyIsNotCalledUntilItIs() {
    TROUBLED.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
    await().atMost(Duration.ofMinutes(2)).untilAsserted(this::onlyTheFirstIsCalled);

    TROUBLED.stubFor(get(anyUrl()).willReturn(aResponse()));
    await().atMost(Duration.ofMinutes(2)).untilAsserted(this::bothAreCalled);
  }

  private static void everyAnswer(WireMockExtension instance, ResponseDefinitionBuilder answer) {
    instance.stubFor(get(anyUrl()).willReturn(answer));
    instance.stubFor(delete(anyUrl()).willReturn(answer));
  }

  private void call(int times) {
    forget();
    for (int call = 0; call < times; call++) {
      payments.cancel(UUID.randomUUID());
    }
  }

  private void bothAreCalled() {
    call(2);
    WELL.verify(1, deleteRequestedFor(anyUrl()));
    TROUBLED.verify(1, deleteRequestedFor(anyUrl()));
    forget();
  }

  private void onlyTheFirstIsCalled() {
    call(4);
    WELL.verify(4, deleteRequestedFor(anyUrl()));
  }

  private static int calls(WireMockExtension instance) {
    return instance.findAll(deleteRequestedFor(anyUrl())).size();
  }

  private static void forget() {
    WELL.resetRequests();
    TROUBLED.resetRequests();
  }
}
