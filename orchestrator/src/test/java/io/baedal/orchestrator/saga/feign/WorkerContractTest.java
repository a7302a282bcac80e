package io.baedal.orchestrator.saga.feign;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.havingExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import feign.FeignException;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.test.RecordedCalls;
import io.baedal.messaging.test.RecordedCalls.RecordedCall;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.operations.reconciliation.ChangeLog;
import io.baedal.orchestrator.operations.reconciliation.State;
import io.baedal.orchestrator.operations.reconciliation.StateSource;
import io.baedal.orchestrator.saga.DeliveryWorker;
import io.baedal.orchestrator.saga.PaymentWorker;
import io.baedal.orchestrator.saga.StoreWorker;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** The orchestrator's clients against recorded answers, and against faulty workers. */
@OrchestratorTest
class WorkerContractTest {

  private static final Pattern ORDER_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  @RegisterExtension
  static final WireMockExtension WORKER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  @Autowired PaymentWorker payments;
  @Autowired StoreWorker stores;
  @Autowired DeliveryWorker deliveries;
  @Autowired StateSource<State.Order> orderSource;
  @Autowired StateSource<State.Payment> paymentSource;
  @Autowired StateSource<State.Delivery> deliverySource;
  @Autowired StateSource<State.View> viewSource;
  @Autowired List<ChangeLog> changeLogs;
  @Autowired ObjectMapper json;
  @Autowired CircuitBreakerRegistry breakers;
  @Autowired BulkheadRegistry bulkheads;

  @Value("${camunda.bpm.job-execution.core-pool-size}")
  int engineThreads;

  @DynamicPropertySource
  static void workers(DynamicPropertyRegistry properties) {
    for (String worker : new String[] {"order", "payment", "delivery", "order-view"}) {
      properties.add("orchestrator.workers." + worker + ".url", WORKER::baseUrl);
    }
    properties.add("spring.cloud.openfeign.client.config.default.read-timeout", () -> 3_000);
  }

  @BeforeEach
  void breakersAreClosed() {
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
  }

  static Stream<RecordedCall> calls() {
    return Stream.of("payment", "delivery")
        .flatMap(worker -> RecordedCalls.to(worker).stream())
        .filter(call -> call.method().equals("PUT") || call.method().equals("DELETE"));
  }

  static Stream<Arguments> reads() {
    return Stream.of("payment", "delivery", "order", "order-view")
        .flatMap(
            worker ->
                RecordedCalls.to(worker).stream()
                    .filter(call -> call.method().equals("GET"))
                    .map(call -> Arguments.of(worker, call)));
  }

  @ParameterizedTest
  @MethodSource("reads")
  void readsRecordedStatesAndChanges(String worker, RecordedCall call) throws Exception {
    var url = UriComponentsBuilder.fromUriString(call.url()).build();
    var expected = get(urlPathEqualTo(url.getPath()));
    url.getQueryParams()
        .forEach(
            (name, values) ->
                expected.withQueryParam(name, havingExactly(values.toArray(String[]::new))));
    WORKER.stubFor(expected.willReturn(okJson(call.answer())));

    Collection<?> items =
        call.url().startsWith("/order-states")
            ? source(worker).of(ids(call)).values()
            : changes(worker, url.getQueryParams());

    JSONAssert.assertEquals(
        call.answer(), json.writeValueAsString(Map.of("items", items)), JSONCompareMode.LENIENT);
  }

  private StateSource<?> source(String worker) {
    return switch (worker) {
      case "payment" -> paymentSource;
      case "delivery" -> deliverySource;
      case "order" -> orderSource;
      default -> viewSource;
    };
  }

  private static List<UUID> ids(RecordedCall call) {
    return ORDER_ID.matcher(call.url()).results().map(id -> UUID.fromString(id.group())).toList();
  }

  private List<ChangeLog.Change> changes(String worker, MultiValueMap<String, String> query) {
    var position =
        new ChangeLog.Position(
            Instant.parse(query.getFirst("from")), UUID.fromString(query.getFirst("after")));
    return changeLogs.stream()
        .filter(log -> log.name().equals(worker))
        .findFirst()
        .orElseThrow()
        .next(position, Instant.parse(query.getFirst("to")));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void makesRecordedCalls(RecordedCall call) {
    var expected = request(call.method(), urlEqualTo(call.url()));
    if (!call.body().isEmpty()) {
      expected.withRequestBody(equalToJson(call.body()));
    }
    WORKER.stubFor(expected.willReturn(okJson(call.answer()).withStatus(call.status())));

    String meaning = make(call);

    assertThat(call.answer()).contains("\"" + meaning + "\"");
    WORKER.verify(1, anyRequestedFor(urlEqualTo(call.url())));
  }

  /** Makes the recorded call through the port and returns how its answer was understood. */
  private String make(RecordedCall call) {
    Matcher id = ORDER_ID.matcher(call.url());
    assertThat(id.find()).isTrue();
    OrderPlaced order =
        OrderFixture.order(
            UUID.fromString(id.group()),
            call.body().contains("declined") ? "declined" : "approved");
    try {
      return switch (call.method() + call.url().replaceAll("/[0-9a-f-]{36}", "")) {
        case "PUT/payment-requests" -> payments.approve(order).name();
        case "DELETE/payment-requests" -> {
          payments.cancel(order.orderId());
          yield "CANCELLED";
        }
        case "PUT/store-requests" -> {
          stores.request(order);
          yield "REQUESTED";
        }
        case "DELETE/store-requests" -> {
          stores.cancel(order.orderId());
          yield "CANCELLED";
        }
        case "PUT/deliveries" -> {
          deliveries.start(order);
          yield "STARTED";
        }
        case "DELETE/deliveries" ->
            deliveries.recall(order.orderId()) == DeliveryWorker.Recall.RECALLED
                ? "CANCELLED"
                : "PICKED_UP";
        default -> throw new IllegalArgumentException(call.url());
      };
    } catch (UndoneBefore undone) {
      return "CANCELLED";
    }
  }

  @Test
  void aFailingWorkerOpensItsOwnBreakerOnly() {
    WORKER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
    for (int call = 0; call < 6; call++) {
      assertThatThrownBy(() -> payments.cancel(UUID.randomUUID()))
          .isInstanceOf(FeignException.class);
    }

    assertThatThrownBy(() -> payments.cancel(UUID.randomUUID()))
        .isInstanceOf(CallNotPermittedException.class);
    assertThatThrownBy(() -> deliveries.recall(UUID.randomUUID()))
        .isInstanceOf(FeignException.class);
  }

  @Test
  void aCallIsMadeOnceWhateverTheWorkerAnswers() {
    WORKER.stubFor(
        any(anyUrl()).willReturn(aResponse().withStatus(503).withHeader("Retry-After", "1")));
    UUID id = UUID.randomUUID();
    assertThatThrownBy(() -> payments.cancel(id)).isInstanceOf(FeignException.class);
    WORKER.verify(1, anyRequestedFor(urlEqualTo("/payment-requests/" + id)));
  }

  @Test
  void anAnswerThatRejectsTheCallDoesNotOpenTheBreaker() {
    WORKER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(409)));
    for (int call = 0; call < 20; call++) {
      assertThatThrownBy(() -> payments.cancel(UUID.randomUUID()))
          .isInstanceOf(FeignException.Conflict.class);
    }
  }

  @Test
  void aCallToAWorkerThatDoesNotAnswerTimesOut() {
    WORKER.stubFor(
        delete(anyUrl()).willReturn(okJson("{\"status\":\"CANCELLED\"}").withFixedDelay(20_000)));
    // a call that waited for this answer would not fail
    assertThatThrownBy(() -> payments.cancel(UUID.randomUUID()))
        .isInstanceOf(feign.RetryableException.class);
  }

  @Test
  void failingUndosDoNotBlockStepsAtTheSameWorker() {
    WORKER.stubFor(delete(anyUrl()).willReturn(aResponse().withStatus(503)));
    for (int call = 0; call < 6; call++) {
      assertThatThrownBy(() -> payments.cancel(UUID.randomUUID()))
          .isInstanceOf(FeignException.class);
    }
    for (int call = 0; call < 3; call++) {
      assertThatThrownBy(() -> stores.cancel(UUID.randomUUID())).isInstanceOf(FeignException.class);
      assertThatThrownBy(() -> deliveries.recall(UUID.randomUUID()))
          .isInstanceOf(FeignException.class);
    }
    assertThat(breakers.getAllCircuitBreakers())
        .filteredOn(breaker -> breaker.getState() == CircuitBreaker.State.OPEN)
        .extracting(CircuitBreaker::getName)
        .containsExactlyInAnyOrder(Guard.PAYMENT_UNDO, Guard.DELIVERY_UNDO);

    assertThatStepsAreMade();
  }

  @Test
  void hangingUndosDoNotBlockStepsAtTheSameWorker() {
    full(
        Guard.PAYMENT_UNDO,
        () ->
            full(
                Guard.DELIVERY_UNDO,
                () -> {
                  assertThatThrownBy(() -> stores.cancel(UUID.randomUUID()))
                      .isInstanceOf(BulkheadFullException.class);
                  assertThatThrownBy(() -> deliveries.recall(UUID.randomUUID()))
                      .isInstanceOf(BulkheadFullException.class);
                  assertThatStepsAreMade();
                }));
  }

  @Test
  void aBusyWorkerDoesNotHoldAllThreads() {
    full(
        Guard.PAYMENT_UNDO,
        () -> {
          // more calls than failures that would open the breaker
          for (int call = 0; call < 20; call++) {
            assertThatThrownBy(() -> payments.cancel(UUID.randomUUID()))
                .isInstanceOf(BulkheadFullException.class);
          }
          WORKER.stubFor(delete(anyUrl()).willReturn(okJson("{\"status\":\"CANCELLED\"}")));
          assertThat(deliveries.recall(UUID.randomUUID()))
              .isEqualTo(DeliveryWorker.Recall.RECALLED);
        });
  }

  @Test
  void allCallsToOneWorkerLeaveThreadsToTheOthers() {
    for (String worker : List.of(Guard.PAYMENT, Guard.DELIVERY)) {
      assertThat(permitted(worker) + permitted(worker + "-undo")).isLessThan(engineThreads);
    }
  }

  private void assertThatStepsAreMade() {
    OrderPlaced order = OrderFixture.order();
    WORKER.stubFor(
        put(urlMatching("/payment-requests/.*")).willReturn(okJson("{\"status\":\"APPROVED\"}")));
    WORKER.stubFor(
        put(urlMatching("/store-requests/.*")).willReturn(okJson("{\"status\":\"REQUESTED\"}")));
    WORKER.stubFor(
        put(urlMatching("/deliveries/.*")).willReturn(okJson("{\"status\":\"STARTED\"}")));
    assertThat(payments.approve(order)).isEqualTo(PaymentWorker.Approval.APPROVED);
    stores.request(order);
    deliveries.start(order);
    WORKER.verify(3, putRequestedFor(anyUrl()));
  }

  /** Runs {@code work} while as many calls as are permitted are in progress. */
  private void full(String guard, Runnable work) {
    for (int call = 0; call < permitted(guard); call++) {
      bulkheads.bulkhead(guard).acquirePermission();
    }
    try {
      work.run();
    } finally {
      for (int call = 0; call < permitted(guard); call++) {
        bulkheads.bulkhead(guard).releasePermission();
      }
    }
  }

  private int permitted(String guard) {
    return bulkheads.bulkhead(guard).getBulkheadConfig().getMaxConcurrentCalls();
  }
}
