package io.baedal.orchestrator.operations.stuck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.Orders;
import io.baedal.orchestrator.operations.stuck.FailingStep.State;
import io.baedal.orchestrator.saga.ReceiveEvent;
import io.baedal.orchestrator.saga.Step;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Many orders on the real job executor, with the real clients, breakers and bulkheads. The refunds
 * of some always fail.
 */
@Tag("slow")
@OrchestratorTest
@TestPropertySource(
    properties = {
      "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=PT1S,PT2S,PT4S",
      "camunda.bpm.job-execution.enabled=true"
    })
class PoisonRefundsIT {

  private static final int TRIES = 4;

  @RegisterExtension
  static final WireMockExtension WORKER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  @Autowired ReceiveEvent receive;
  @Autowired StuckOrders stuck;
  @Autowired JdbcClient jdbc;
  @Autowired RuntimeService runtime;
  @Autowired CircuitBreakerRegistry breakers;

  @DynamicPropertySource
  static void workers(DynamicPropertyRegistry properties) {
    for (String worker : new String[] {"order", "payment", "delivery"}) {
      properties.add("orchestrator.workers." + worker + ".url", WORKER::baseUrl);
    }
  }

  /** Otherwise the next test would find the orders with failing refunds. */
  @AfterEach
  void deleteProcesses() {
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptionsInstanceOf(OptimisticLockingException.class)
        .until(
            () -> {
              Orders.deleteProcesses(runtime);
              return runtime.createProcessInstanceQuery().count() == 0;
            });
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
  }

  @Test
  void aRefundThatKeepsFailingBlocksNoOtherOrderAndEndsAsAnIncident() {
    workersSucceed();
    List<UUID> refused = orders(5);
    refused.forEach(id -> refundsAnswer(id, 409));
    List<UUID> unanswered = orders(5);
    unanswered.forEach(id -> refundsAnswer(id, 503));
    List<UUID> healthy = orders(40);

    List<UUID> all = Stream.of(refused, unanswered, healthy).flatMap(List::stream).toList();
    all.forEach(id -> receive(OrderFixture.order(id)));
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(all).allMatch(id -> status(id).equals("STORE_REQUESTED")));
    // the orders with failing refunds are first
    all.forEach(id -> receive(new OrderCancellationRequested(id, null, Instant.EPOCH)));

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(healthy).allMatch(id -> status(id).equals("CANCELLED")));
    // also while the refunds are failing
    OrderPlaced late = OrderFixture.order();
    receive(late);
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> status(late.orderId()).equals("STORE_REQUESTED"));

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(stuck.find(State.STUCK, Step.CANCEL_PAYMENT, null, 100).items())
                    .hasSize(10));
    assertThat(stuck.find(State.STUCK, null, null, 100).items())
        .extracting(FailingStep::orderId)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(refused.stream(), unanswered.stream()).toList());
    assertThat(stuck.find(State.STUCK, null, null, 100).items())
        .allSatisfy(
            failing -> {
              assertThat(failing.attempts()).isEqualTo(TRIES);
              assertThat(failing.incidentId()).isNotNull();
              assertThat(failing.error())
                  .matches("(409 Conflict|503 Service Unavailable) from DELETE .*: urn:test:refund")
                  .doesNotContain("Sejong");
            });
    assertThat(refused).allSatisfy(this::assertGrowingPauses);
  }

  @Test
  void refundsThatKeepFailingDelayNoApproval() {
    workersSucceed();
    List<UUID> poisoned = orders(12);
    poisoned.forEach(id -> refundsAnswer(id, 503));
    poisoned.forEach(id -> receive(OrderFixture.order(id)));
    poisoned.forEach(id -> receive(new OrderCancellationRequested(id, null, Instant.EPOCH)));
    CircuitBreaker refunds = breakers.circuitBreaker("payment-undo");
    CircuitBreaker approvals = breakers.circuitBreaker("payment");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> refunds.getState() == CircuitBreaker.State.OPEN);

    List<UUID> others = orders(20);
    others.forEach(id -> receive(OrderFixture.order(id)));
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> assertThat(others).allMatch(id -> status(id).equals("STORE_REQUESTED")));

    assertThat(refunds.getState()).isNotEqualTo(CircuitBreaker.State.CLOSED);
    assertThat(approvals.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    assertThat(approvals.getMetrics().getNumberOfFailedCalls()).isZero();
    assertThat(approvals.getMetrics().getNumberOfNotPermittedCalls()).isZero();
  }

  private void assertGrowingPauses(UUID id) {
    List<Long> tries =
        WORKER.findAll(deleteRequestedFor(urlEqualTo("/payment-requests/" + id))).stream()
            .map(request -> request.getLoggedDate().getTime())
            .toList();
    assertThat(tries).hasSize(TRIES);
    List<Long> pauses =
        IntStream.range(1, TRIES).mapToObj(i -> tries.get(i) - tries.get(i - 1)).toList();
    // the database keeps the due time to the millisecond
    assertThat(pauses.get(0)).isGreaterThanOrEqualTo(999);
    assertThat(pauses.get(1)).isGreaterThanOrEqualTo(1_999);
    assertThat(pauses.get(2)).isGreaterThanOrEqualTo(3_999);
  }

  private static void workersSucceed() {
    answer("/payment-requests/.*", "{\"status\": \"APPROVED\"}", "{\"status\": \"CANCELLED\"}");
    answer("/store-requests/.*", "{\"status\": \"REQUESTED\"}", "{\"status\": \"CANCELLED\"}");
    answer("/deliveries/.*", "{\"status\": \"STARTED\"}", "{\"status\": \"CANCELLED\"}");
  }

  private static void answer(String path, String done, String undone) {
    WORKER.stubFor(put(urlMatching(path)).willReturn(okJson(done)));
    WORKER.stubFor(delete(urlMatching(path)).willReturn(okJson(undone)));
  }

  private static void refundsAnswer(UUID id, int status) {
    WORKER.stubFor(
        delete(urlEqualTo("/payment-requests/" + id))
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/problem+json")
                    .withBody("{\"type\":\"urn:test:refund\",\"detail\":\"12 Sejong-daero\"}")));
  }

  private static List<UUID> orders(int number) {
    return Stream.generate(UUID::randomUUID).limit(number).toList();
  }

  private void receive(DomainEvent event) {
    receive.all(OrderFixture.received(event));
  }

  private String status(UUID id) {
    return Orders.status(id, jdbc);
  }
}
