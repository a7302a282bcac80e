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
  static final WireMockExtension HEALTHY =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @RegisterExtension
  static final WireMockExtension FAULTY =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @Autowired PaymentWorker payments;
  @Autowired CircuitBreakerRegistry breakers;

  @DynamicPropertySource
  static void instances(DynamicPropertyRegistry properties) {
    properties.add(
        "orchestrator.workers.payment.url", () -> HEALTHY.baseUrl() + "," + FAULTY.baseUrl());
    properties.add("spring.cloud.openfeign.client.config.default.read-timeout", () -> 2_000);
    properties.add("spring.cloud.loadbalancer.health-check.interval", () -> "300ms");
  }

  @BeforeEach
  void bothInstancesAnswer() {
    breakers.circuitBreaker(Guard.PAYMENT_UNDO).reset();
    answerAll(HEALTHY, okJson("{\"status\":\"CANCELLED\"}"));
    answerAll(FAULTY, okJson("{\"status\":\"CANCELLED\"}"));
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
              assertThat(calls(HEALTHY)).isEqualTo(10);
              assertThat(calls(FAULTY)).isEqualTo(10);
            });
  }

  @Test
  void anInstanceThatBreaksEveryConnectionFailsNoCall() {
    FAULTY.stubFor(
        delete(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    call(20);

    HEALTHY.verify(20, deleteRequestedFor(anyUrl()));
    assertThat(breakers.circuitBreaker(Guard.PAYMENT_UNDO).getMetrics().getNumberOfFailedCalls())
        .isZero();
  }

  @Test
  void anInstanceThatHangsIsNotCalledAnyMore() {
    answerAll(FAULTY, aResponse().withFixedDelay(10_000));

    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .untilAsserted(this::onlyTheHealthyOneIsCalled);
    assertThat(breakers.circuitBreaker(Guard.PAYMENT_UNDO).getState())
        .isEqualTo(CircuitBreaker.State.CLOSED);
  }

  @Test
  void aCallThatIsAnsweredLateIsOnlyRepeatedByTheEngine() {
    for (var instance : new WireMockExtension[] {HEALTHY, FAULTY}) {
      instance.stubFor(delete(anyUrl()).willReturn(aResponse().withFixedDelay(10_000)));
    }

    assertThatThrownBy(() -> payments.cancel(UUID.randomUUID()))
        .isInstanceOf(feign.RetryableException.class);
    assertThat(calls(HEALTHY) + calls(FAULTY)).isEqualTo(1);
  }

  @Test
  void anInstanceThatIsNotReadyIsNotCalledUntilItIs() {
    FAULTY.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
    await().atMost(Duration.ofMinutes(2)).untilAsserted(this::onlyTheHealthyOneIsCalled);

    FAULTY.stubFor(get(anyUrl()).willReturn(aResponse()));
    await().atMost(Duration.ofMinutes(2)).untilAsserted(this::bothAreCalled);
  }

  private static void answerAll(WireMockExtension instance, ResponseDefinitionBuilder answer) {
    instance.stubFor(get(anyUrl()).willReturn(answer));
    instance.stubFor(delete(anyUrl()).willReturn(answer));
  }

  private void call(int times) {
    resetRequests();
    for (int call = 0; call < times; call++) {
      payments.cancel(UUID.randomUUID());
    }
  }

  private void bothAreCalled() {
    call(2);
    HEALTHY.verify(1, deleteRequestedFor(anyUrl()));
    FAULTY.verify(1, deleteRequestedFor(anyUrl()));
    resetRequests();
  }

  private void onlyTheHealthyOneIsCalled() {
    call(4);
    HEALTHY.verify(4, deleteRequestedFor(anyUrl()));
  }

  private static int calls(WireMockExtension instance) {
    return instance.findAll(deleteRequestedFor(anyUrl())).size();
  }

  private static void resetRequests() {
    HEALTHY.resetRequests();
    FAULTY.resetRequests();
  }
}
