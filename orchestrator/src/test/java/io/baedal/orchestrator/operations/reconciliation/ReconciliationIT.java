package io.baedal.orchestrator.operations.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.Orders;
import io.baedal.orchestrator.operations.OperatorClient;
import io.baedal.orchestrator.saga.ReceiveEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Runs against a real engine and database, and against fake services over HTTP. */
@OrchestratorTest
@TestPropertySource(
    properties = {
      "orchestrator.reconciliation.age=300ms",
      "orchestrator.reconciliation.pages-per-run=8",
      // avoids timeouts on a busy machine
      "spring.cloud.openfeign.client.config.default.read-timeout=30000"
    })
@ExtendWith(OutputCaptureExtension.class)
class ReconciliationIT {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final String PAID = "\"status\": \"APPROVED\", \"approvedAmount\": 18000";
  private static final String PLACED = "\"status\": \"PLACED\", \"reason\": null";

  private static final Map<String, FakeService> SERVICES = FakeService.all();

  @Autowired OperatorClient operator;
  @Autowired Reconcile reconcile;
  @Autowired Scans scans;
  @Autowired ReconciliationMetrics metrics;
  @Autowired MeterRegistry meters;
  @Autowired ReceiveEvent receive;
  @Autowired RuntimeService runtime;
  @Autowired JdbcClient jdbc;

  private final UUID id = UUID.randomUUID();

  @DynamicPropertySource
  static void services(DynamicPropertyRegistry properties) {
    FakeService.register(SERVICES, properties);
  }

  @BeforeEach
  void deleteAll() {
    SERVICES.values().forEach(FakeService::reset);
    jdbc.sql("TRUNCATE disagreements, reconciliations, order_progress").update();
    Orders.deleteProcesses(runtime);
    jdbc.sql("DELETE FROM act_hi_procinst").update();
    jdbc.sql("UPDATE reconciliation_lease SET until = '-infinity'").update();
  }

  @Test
  void aPaymentWithoutOrderIsFoundAndLoggedOnceAndRemovedWhenCorrected(CapturedOutput log) {
    service("payment").add(id, ago(10), PAID + ", \"refundedAmount\": 0");

    untilEnded(this::request);

    JsonNode found = list("?orderId=" + id).at("/items/0");
    assertThat(found.at("/kind").asText()).isEqualTo("PAYMENT_WITHOUT_ORDER");
    assertThat(found.at("/sources/payment").asText()).isEqualTo("APPROVED, 18000 held");
    assertThat(found.at("/sources/order").asText()).isEqualTo("-");
    assertThat(count("kind=PAYMENT_WITHOUT_ORDER")).isEqualTo(1);
    assertThat(count("kind=VIEW_DIFFERS")).isZero();
    assertThat(gauge("PAYMENT_WITHOUT_ORDER")).isEqualTo(1);

    reconcile.run();
    assertThat(log.getOut().lines().filter(line -> line.contains(id.toString())))
        .singleElement()
        .asString()
        .contains("WARN", "PAYMENT_WITHOUT_ORDER", "18000 held");
    assertThat(Instant.parse(list("").at("/items/0/lastSeenAt").asText()))
        .isAfter(Instant.parse(found.at("/lastSeenAt").asText()));
    assertThat(list("").at("/items/0/firstSeenAt")).isEqualTo(found.at("/firstSeenAt"));

    service("payment")
        .add(id, ago(5), "\"status\": \"CANCELLED\", \"approvedAmount\": 0, \"refundedAmount\": 0");
    reconcile.run();
    assertThat(open()).isZero();
    assertThat(gauge("PAYMENT_WITHOUT_ORDER")).isZero();
  }

  @Test
  void anOrderThatHasJustChangedIsNotCompared() {
    service("order").add(id, Instant.now().plusSeconds(60), PLACED);
    service("payment").add(id, ago(10), PAID + ", \"refundedAmount\": 0");

    JsonNode ended = untilEnded(this::request);

    assertThat(ended.at("/orders").asInt()).isEqualTo(1);
    assertThat(open()).isZero();
  }

  @Test
  void aRunningOrderAgreesUntilItsProcessIsDeleted() {
    OrderPlaced order = OrderFixture.order(id);
    receive.all(OrderFixture.received(order));
    service("order").add(id, ago(10), PLACED);
    service("order-view").add(id, ago(10), PLACED + ", \"sequence\": 1");
    await()
        .atMost(TIMEOUT)
        .until(
            () ->
                jdbc.sql(
                        "SELECT bool_and(changed_at < now() - interval '300 ms') FROM"
                            + " order_progress")
                    .query(Boolean.class)
                    .single());
    assertThat(untilEnded(this::request).at("/orders").asInt()).isEqualTo(1);
    assertThat(open()).isZero();

    String instance = Orders.process(id, runtime).getId();
    runtime.deleteProcessInstance(instance, "test");

    // found by the end of the process, which is its only change
    await()
        .atMost(TIMEOUT)
        .untilAsserted(
            () -> {
              reconcile.run();
              assertThat(list("?orderId=" + id).at("/items/0/kind").asText())
                  .isEqualTo("PROCESS_MISSING");
            });

    jdbc.sql("UPDATE order_progress SET placed = placed || '{\"number\": 31}' WHERE order_id = ?")
        .param(id)
        .update();
    assertThat(list("?orderNumber=31").at("/items/0/orderId").asText()).isEqualTo(id.toString());
    assertThat(list("?orderNumber=13").at("/items")).isEmpty();
  }

  @Test
  void aLostAnswerOfTheStoreIsFound() {
    OrderPlaced order = OrderFixture.order(id);
    receive.all(OrderFixture.received(order));
    String instance = Orders.process(id, runtime).getId();
    runtime
        .createProcessInstanceModification(instance)
        .cancelAllForActivity("Task_ApprovePayment")
        .startBeforeActivity("Task_AwaitStoreAnswer")
        .execute();
    service("order").add(id, ago(10), PLACED);
    service("order-view").add(id, ago(10), PLACED + ", \"sequence\": 1");
    service("delivery").add(id, ago(10), "\"storeRequest\": \"ACCEPTED\", \"delivery\": null");

    await()
        .atMost(TIMEOUT)
        .untilAsserted(
            () -> {
              untilEnded(this::request);
              assertThat(list("").at("/items/0/kind").asText()).isEqualTo("EVENT_LOST");
            });
    runtime.suspendProcessInstanceById(instance);
    reconcile.run();
    assertThat(open()).isZero();
  }

  @Test
  void aCancelThatBypassesTheApiIsFoundUntilAnOperatorRecordsIt() {
    receive.all(OrderFixture.received(OrderFixture.order(id)));
    runtime
        .createMessageCorrelation("CancelOrder")
        .processInstanceBusinessKey(id.toString())
        .correlate();
    service("order").add(id, ago(10), PLACED);
    service("order-view")
        .add(
            id,
            ago(10),
            "\"status\": \"CANCELLATION_REQUESTED\", \"reason\": \"OPERATOR_CANCELLED\","
                + " \"sequence\": 2");
    await()
        .atMost(TIMEOUT)
        .untilAsserted(
            () -> {
              untilEnded(this::request);
              assertThat(list("").at("/items/0/kind").asText()).isEqualTo("ACT_NOT_RECORDED");
            });

    for (int time = 0; time < 2; time++) {
      assertThat(
              operator
                  .post("/orders/" + id + "/cancellations", "{\"reason\": \"done in Cockpit\"}")
                  .getStatusCode())
          .isEqualTo(HttpStatus.ACCEPTED);
    }

    reconcile.run();
    assertThat(open()).isZero();
    assertThat(operator.answer("/operator-acts?orderId=" + id).getBody().at("/items"))
        .singleElement()
        .satisfies(act -> assertThat(act.at("/reason").asText()).isEqualTo("done in Cockpit"));
  }

  @Test
  void aRunIsLimitedAndTheNextOnesContinue() {
    Instant sameInstant = ago(100);
    IntStream.range(0, 350)
        .forEach(order -> service("order").add(UUID.randomUUID(), sameInstant, PLACED));
    IntStream.range(0, 330)
        .forEach(
            order ->
                service("payment")
                    .add(UUID.randomUUID(), ago(1_000 + order), PAID + ", \"refundedAmount\": 0"));

    reconcile.run();
    int afterOne = count("kind=ORDER_NOT_STARTED");
    assertThat(afterOne).isPositive().isLessThan(350);

    for (int run = 0; run < 10; run++) {
      reconcile.run();
    }
    assertThat(count("kind=ORDER_NOT_STARTED")).isEqualTo(350);
    assertThat(count("kind=PAYMENT_WITHOUT_ORDER")).isEqualTo(330);
    assertThat(scans.last(Scan.Kind.LOOK_BACK).orElseThrow().endedAt()).isNotNull();
  }

  @Test
  void comparesNothingWhileASourceIsDownAndCatchesUpAfterwards() {
    service("payment").add(id, ago(10), PAID + ", \"refundedAmount\": 0");
    service("order-view").setBroken(true);

    reconcile.run();
    Scan waiting = scans.last(Scan.Kind.LOOK_BACK).orElseThrow();
    assertThat(waiting.endedAt()).isNull();
    assertThat(waiting.failure()).isEqualTo("order-view answers 503");
    assertThat(open()).isZero();

    service("order-view").setBroken(false);
    reconcile.run();
    assertThat(open()).isEqualTo(1);
    assertThat(scans.last(Scan.Kind.LOOK_BACK).orElseThrow().failure()).isNull();
  }

  @Test
  void windowsFollowEachOtherWithoutAGap() {
    reconcile.run();
    Scan first = scans.last(Scan.Kind.WINDOW).orElseThrow();
    reconcile.run();
    Scan second = scans.last(Scan.Kind.WINDOW).orElseThrow();

    assertThat(first.endedAt()).isNotNull();
    assertThat(second.spanFrom()).isEqualTo(first.spanTo());
    assertThat(second.spanTo()).isAfter(first.spanTo());
    assertThat(scans.find(first.id())).isEmpty();
    metrics.read();
    assertThat(meters.get("baedal.reconciliation.age").timeGauge().value()).isLessThan(60);
  }

  @Test
  void oneReplicaAtATimeReconciles() {
    assertThat(scans.lease(Duration.ofMinutes(1))).isPresent();
    assertThat(scans.lease(Duration.ofMinutes(1))).isEmpty();
    reconcile.run();
    assertThat(scans.last(Scan.Kind.WINDOW)).isEmpty();

    jdbc.sql("UPDATE reconciliation_lease SET until = now() - interval '1 second'").update();
    reconcile.run();
    assertThat(scans.last(Scan.Kind.WINDOW)).isPresent();
  }

  @Test
  void aReplicaThatHasLostItsLeaseChangesNothing() {
    Instant lost = scans.lease(Duration.ofSeconds(-1)).orElseThrow();
    Scan before = scans.request("operator", Instant.EPOCH, Instant.now()).orElseThrow();
    assertThat(scans.lease(Duration.ofMinutes(1))).isPresent();
    scans.advance(before, null, before.position(), 7);
    Instant ended = scans.find(before.id()).orElseThrow().endedAt();

    scans.advance(before, "payment", before.position(), 1);
    scans.release(lost);

    assertThat(scans.find(before.id()))
        .hasValueSatisfying(
            scan -> {
              assertThat(scan.endedAt()).isNotNull().isEqualTo(ended);
              assertThat(scan.orders()).isEqualTo(7);
            });
    assertThat(scans.lease(Duration.ofMinutes(1))).isEmpty();
  }

  @Test
  void callsEachServiceOnceForAHundredOrders() {
    IntStream.range(0, 99)
        .forEach(order -> service("order").add(UUID.randomUUID(), ago(60), PLACED));
    reconcile.run();
    SERVICES.values().forEach(service -> service.calls().clear());

    jdbc.sql("TRUNCATE disagreements").update();
    untilEnded(this::request);

    assertThat(service("order-view").calls()).containsExactly("/order-states");
    assertThat(service("payment").calls())
        .containsOnlyOnce("/order-states")
        .hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void refusesInvalidRequests() {
    assertThat(post("{\"from\": \"yesterday\"}").getBody().at("/errors/0/message").asText())
        .isEqualTo("must be a time such as 2026-11-22T18:00:00Z");
    assertThat(
            post("{\"from\": \"2000-01-01T00:00:00Z\"}").getBody().at("/errors/0/message").asText())
        .isEqualTo("must be within the last 90 days");
    assertThat(post("{\"from\": \"%s\"}".formatted(Instant.now().plusSeconds(5))).getStatusCode())
        .isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(operator.answer("/disagreements?kind=NOSUCH").getStatusCode())
        .isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(operator.answer("/disagreements?size=101").getStatusCode())
        .isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(operator.answer("/reconciliations/" + id).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(operator.answer("/reconciliations/1").getStatusCode())
        .isEqualTo(HttpStatus.BAD_REQUEST);
  }

  @Test
  void limitsTheRequestsInProgress() {
    scans.lease(Duration.ofMinutes(1));
    for (int request = 0; request < Scans.MOST_REQUESTS; request++) {
      assertThat(post("").getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    }
    assertThat(post("").getBody().at("/type").asText())
        .isEqualTo("urn:baedal:problem:too-many-reconciliations");
  }

  private String request() {
    ResponseEntity<JsonNode> accepted = post("");
    assertThat(accepted.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    assertThat(accepted.getBody().at("/operator").asText()).isEqualTo("operator");
    return accepted.getHeaders().getLocation().toString();
  }

  /** Waits for the end of the requested reconciliation. */
  private JsonNode untilEnded(Supplier<String> request) {
    String location = request.get();
    return await()
        .atMost(TIMEOUT)
        .until(() -> operator.answer(location).getBody(), body -> !body.at("/endedAt").isNull());
  }

  private int open() {
    return count("");
  }

  /** Reads all pages of the list; no entry may be repeated. */
  private int count(String filter) {
    List<String> all = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = list("?" + filter + after);
      page.at("/items").forEach(one -> all.add(one.at("/orderId") + " " + one.at("/kind")));
      after = page.at("/next").isNull() ? "" : "&after=" + page.at("/next").asText();
    } while (!after.isEmpty());
    assertThat(all).doesNotHaveDuplicates();
    return all.size();
  }

  private double gauge(String kind) {
    metrics.read();
    return meters.get("baedal.disagreements").tag("kind", kind).gauge().value();
  }

  private JsonNode list(String query) {
    JsonNode body = operator.get("/disagreements" + query);
    assertThat(StreamSupport.stream(body.at("/items").spliterator(), false).count())
        .isLessThanOrEqualTo(20);
    return body;
  }

  private ResponseEntity<JsonNode> post(String body) {
    return operator.post("/reconciliations", body);
  }

  private static FakeService service(String name) {
    return SERVICES.get(name);
  }

  private static Instant ago(long seconds) {
    return Instant.now().minusSeconds(seconds).truncatedTo(ChronoUnit.MICROS);
  }
}
