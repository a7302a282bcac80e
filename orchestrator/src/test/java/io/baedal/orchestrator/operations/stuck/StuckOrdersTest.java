package io.baedal.orchestrator.operations.stuck;

import static io.baedal.orchestrator.operations.OperatorClient.assertBadField;
import static io.baedal.orchestrator.operations.OperatorClient.assertProblem;
import static io.baedal.orchestrator.operations.OperatorClient.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.baedal.messaging.event.DeliveryCompleted;
import io.baedal.messaging.event.DomainEvent;
import io.baedal.messaging.event.OrderCancellationRequested;
import io.baedal.messaging.event.OrderPlaced;
import io.baedal.messaging.event.StoreAccepted;
import io.baedal.orchestrator.OrchestratorTest;
import io.baedal.orchestrator.OrderFixture;
import io.baedal.orchestrator.Orders;
import io.baedal.orchestrator.operations.OperatorClient;
import io.baedal.orchestrator.operations.acts.Instruction;
import io.baedal.orchestrator.saga.DeliveryWorker;
import io.baedal.orchestrator.saga.PaymentWorker;
import io.baedal.orchestrator.saga.ReceiveEvent;
import io.baedal.orchestrator.saga.StoreWorker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * Operators list, retry and settle failing steps over HTTP, with the real model. The test runs the
 * jobs.
 */
@OrchestratorTest
@TestPropertySource(
    properties = {
      // no pause between tries ends during a test
      "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=R12/PT1H"
    })
class StuckOrdersTest {

  private static final String WHY = "{\"reason\": \"refunded in the console\"}";
  private static final int TRIES = 12;

  @MockitoBean PaymentWorker payments;
  @MockitoBean StoreWorker stores;
  @MockitoBean DeliveryWorker deliveries;

  @Autowired OperatorClient operator;
  @Autowired ReceiveEvent receive;
  @Autowired RetryStuckOrders retryStuckOrders;
  @Autowired StuckOrderMetrics metrics;
  @Autowired MeterRegistry meters;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired JdbcClient jdbc;

  private final OrderPlaced order = OrderFixture.order();
  private final UUID id = order.orderId();

  @BeforeEach
  void workersSucceed() {
    when(payments.approve(any())).thenReturn(PaymentWorker.Approval.APPROVED);
    when(deliveries.recall(any())).thenReturn(DeliveryWorker.Recall.RECALLED);
  }

  @AfterEach
  void deleteProcesses() {
    Orders.deleteProcesses(runtime);
  }

  @Test
  void anOrderIsRetryingFromItsFirstFailureAndStuckAfterItsLastTry() {
    refundFails(order);
    JsonNode retrying = only(operator.get("/stuck-orders?state=RETRYING"));
    assertThat(retrying.at("/attempts").asInt()).isOne();
    assertThat(retrying.at("/triesLeft").asInt()).isEqualTo(TRIES - 1);
    assertThat(Instant.parse(retrying.at("/nextTryAt").asText())).isAfter(Instant.now());
    assertThat(retrying.at("/incidentId").isNull()).isTrue();
    assertThat(operator.get("/stuck-orders").at("/items")).isEmpty();

    useUpTries(id);

    JsonNode stuck = only(operator.get("/stuck-orders"));
    assertThat(stuck.at("/orderId").asText()).isEqualTo(id.toString());
    assertThat(stuck.at("/step").asText()).isEqualTo("CANCEL_PAYMENT");
    assertThat(stuck.at("/label").asText()).isEqualTo("Cancel payment");
    assertThat(stuck.at("/activityId").asText()).isEqualTo("Throw_CancellationCancelPayment");
    assertThat(stuck.at("/state").asText()).isEqualTo("STUCK");
    assertThat(stuck.at("/undoing").asBoolean()).isTrue();
    assertThat(stuck.at("/attempts").asInt()).isEqualTo(TRIES);
    assertThat(stuck.at("/error").asText()).isEqualTo("provider refuses");
    assertThat(stuck.at("/incidentId").asText())
        .isEqualTo(runtime.createIncidentQuery().singleResult().getId());
    assertThat(Instant.parse(stuck.at("/since").asText()))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(Instant.parse(stuck.at("/stuckSince").asText()))
        .isAfterOrEqualTo(Instant.parse(stuck.at("/since").asText()));
    assertThat(operator.get("/stuck-orders?state=RETRYING").at("/items")).isEmpty();
  }

  @Test
  void listsOldestFirstInPagesAndByStep() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      OrderPlaced one = OrderFixture.order();
      refundFails(one);
      useUpTries(one.orderId());
      ids.add(one.orderId().toString());
    }
    OrderPlaced other = OrderFixture.order();
    doThrow(new IllegalStateException("closed")).when(stores).request(other);
    receive(other);
    runJobs();
    useUpTries(other.orderId());

    JsonNode first = operator.get("/stuck-orders?step=CANCEL_PAYMENT&size=2");
    String next = first.at("/next").asText();
    // a removed order does not shift the next page
    runtime.deleteProcessInstance(
        jobOf(UUID.fromString(ids.get(0))).getProcessInstanceId(), "deleted in Cockpit");
    JsonNode second = operator.get("/stuck-orders?step=CANCEL_PAYMENT&size=2&after=" + next);
    assertThat(second.at("/next").isNull()).isTrue();
    assertThat(first.at("/items").findValuesAsText("orderId")).isEqualTo(ids.subList(0, 2));
    assertThat(second.at("/items").findValuesAsText("orderId")).isEqualTo(ids.subList(2, 3));
    JsonNode atStore = only(operator.get("/stuck-orders?step=REQUEST_STORE"));
    assertThat(atStore.at("/orderId").asText()).isEqualTo(other.orderId().toString());
    assertThat(atStore.at("/undoing").asBoolean()).isFalse();
    assertThat(operator.get("/stuck-orders").at("/items")).hasSize(3);
    assertThat(operator.get("/stuck-orders?step=OTHER").at("/items")).isEmpty();

    metrics.read();
    assertThat(gauge("CANCEL_PAYMENT")).isEqualTo(2);
    assertThat(gauge("REQUEST_STORE")).isEqualTo(1);
    assertThat(gauge("RECALL_DELIVERY")).isZero();
  }

  @Test
  void aRetryRestoresAllTries() {
    refundFails(order);
    useUpTries(id);
    doNothing().when(payments).cancel(id);

    var answer = operator.post("/stuck-orders/" + id + "/retries", WHY);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    assertThat(answer.getBody().at("/outcome").asText()).isEqualTo("RETRIED");
    assertThat(runtime.createIncidentQuery().count()).isZero();
    assertThat(jobOf(id).getRetries()).isEqualTo(TRIES);
    var again = operator.post("/stuck-orders/" + id + "/retries", WHY);
    assertThat(again.getBody().at("/outcome").asText()).isEqualTo("BEING_TRIED");
    runJobs();

    assertThat(status()).isEqualTo("CANCELLED");
    verify(payments, times(TRIES + 1)).cancel(id);
    JsonNode act = only(operator.get("/operator-acts?orderId=" + id));
    assertThat(act.at("/act").asText()).isEqualTo("RETRY");
    assertThat(act.at("/operator").asText()).isEqualTo("operator");
    assertThat(act.at("/reason").asText()).isEqualTo("refunded in the console");
    assertThat(act.at("/step").asText()).isEqualTo("CANCEL_PAYMENT");
    assertThat(Instant.parse(act.at("/at").asText())).isBefore(Instant.now());
    assertProblem(
        operator.post("/stuck-orders/" + id + "/retries", WHY), HttpStatus.NOT_FOUND, "not-found");
  }

  @Test
  void aRetryOfAllStartsWithTheLongestStuckAndSpreadsTheRetries() {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      OrderPlaced one = OrderFixture.order();
      refundFails(one);
      useUpTries(one.orderId());
      ids.add(one.orderId());
    }
    OrderPlaced pausing = OrderFixture.order();
    refundFails(pausing);

    JsonNode first = retryAll(2);
    assertThat(first.at("/retried").asInt()).isEqualTo(2);
    assertThat(first.at("/waiting").asInt()).isEqualTo(2);
    assertThat(jobOf(ids.get(2)).getRetries()).isZero();
    assertThat(
            Duration.between(
                jobOf(ids.get(0)).getDuedate().toInstant(),
                jobOf(ids.get(1)).getDuedate().toInstant()))
        .isEqualTo(Duration.ofMillis(100));
    JsonNode second = retryAll(200);
    assertThat(second.at("/retried").asInt()).isEqualTo(2);
    assertThat(second.at("/waiting").asInt()).isZero();
    assertThat(jobOf(pausing.orderId()).getRetries()).isEqualTo(TRIES);
    assertThat(retryAll(200).at("/retried").asInt()).isZero();
    assertThat(only(operator.get("/operator-acts?orderId=" + ids.get(2))).at("/act").asText())
        .isEqualTo("RETRY_ALL");
  }

  @Test
  void anOrderContinuesWhenItsRefundIsSettled() {
    refundFails(order);
    useUpTries(id);

    var answer = settle("CANCEL_PAYMENT", null);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    assertThat(runtime.createIncidentQuery().count()).isZero();
    assertProblem(settle("CANCEL_PAYMENT", null), HttpStatus.CONFLICT, "step-settled-before");
    assertProblem(
        operator.post("/stuck-orders/" + id + "/retries", WHY),
        HttpStatus.CONFLICT,
        "step-settled-before");
    runJobs();

    assertThat(status()).isEqualTo("CANCELLED");
    verify(payments, times(TRIES)).cancel(id);
    JsonNode act = only(operator.get("/operator-acts?orderId=" + id));
    assertThat(act.at("/act").asText()).isEqualTo("SETTLE");
    assertThat(act.at("/outcome").asText()).isEqualTo("DONE");
    assertProblem(settle("CANCEL_PAYMENT", null), HttpStatus.CONFLICT, "step-not-stuck");
  }

  @Test
  void aStepCanBeSettledInAPauseBetweenTries() {
    refundFails(order);

    assertThat(settle("CANCEL_PAYMENT", null).getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    runJobs();

    assertThat(status()).isEqualTo("CANCELLED");
    verify(payments, times(1)).cancel(id);
  }

  @Test
  void anUndoOfARejectedOrderIsSettledToo() {
    when(payments.approve(any())).thenReturn(PaymentWorker.Approval.DECLINED);
    doThrow(new IllegalStateException("provider refuses")).when(payments).cancel(id);
    receive(order);
    runJobs();

    assertThat(settle("CANCEL_PAYMENT", "DONE").getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    runJobs();

    assertThat(status()).isEqualTo("REJECTED");
  }

  @Test
  void everyUndoOfAnOrderCanBeSettledOneAfterTheOther() {
    var down = new IllegalStateException("worker is down");
    doThrow(down).when(deliveries).recall(id);
    doThrow(down).when(stores).cancel(id);
    doThrow(down).when(payments).cancel(id);
    startDelivery();
    receive(customerCancels(id));
    runJobs();

    for (String step : List.of("RECALL_DELIVERY", "CANCEL_STORE_REQUEST", "CANCEL_PAYMENT")) {
      String outcome = step.equals("RECALL_DELIVERY") ? "RECALLED" : null;
      assertThat(settle(step, outcome).getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
      runJobs();
    }

    assertThat(status()).isEqualTo("CANCELLED");
    verify(deliveries, times(1)).recall(id);
    verify(stores, times(1)).cancel(id);
    verify(payments, times(1)).cancel(id);
    JsonNode acts = operator.get("/operator-acts?size=2&orderId=" + id);
    assertThat(acts.at("/items").findValuesAsText("step"))
        .containsExactly("CANCEL_PAYMENT", "CANCEL_STORE_REQUEST");
    JsonNode first =
        operator.get("/operator-acts?size=2&orderId=" + id + "&after=" + acts.at("/next").asText());
    assertThat(first.at("/items").findValuesAsText("step")).containsExactly("RECALL_DELIVERY");
    assertThat(first.at("/next").isNull()).isTrue();
  }

  @Test
  void aRecallThatIsSettledAsTooLateLetsTheDeliveryContinue() {
    doThrow(new IllegalStateException("worker is down")).when(deliveries).recall(id);
    startDelivery();
    receive(customerCancels(id));
    runJobs();

    assertBadField(settle("RECALL_DELIVERY", null), "outcome");
    assertBadField(settle("RECALL_DELIVERY", "DONE"), "outcome");
    assertThat(settle("RECALL_DELIVERY", "TOO_LATE").getStatusCode())
        .isEqualTo(HttpStatus.ACCEPTED);
    runJobs();
    receive(new DeliveryCompleted(id, Instant.EPOCH));
    runJobs();

    assertThat(status()).isEqualTo("DELIVERED");
    verify(payments, never()).cancel(any());
    verify(stores, never()).cancel(any());
  }

  @Test
  void aStepThatAdvancesTheOrderIsNotSettledButCancelled() {
    doThrow(new IllegalStateException("worker is down")).when(stores).request(any());
    receive(order);
    runJobs();
    useUpTries(id);

    var refused = settle("REQUEST_STORE", null);
    assertProblem(refused, HttpStatus.CONFLICT, "step-not-settleable");
    assertThat(refused.getBody().at("/detail").asText())
        .contains("POST /orders/" + id + "/cancellations");
    assertThat(operator.post("/orders/" + id + "/cancellations", WHY).getStatusCode())
        .isEqualTo(HttpStatus.ACCEPTED);
    runJobs();

    assertThat(status()).isEqualTo("CANCELLED");
    assertThat(only(operator.get("/operator-acts?orderId=" + id)).at("/act").asText())
        .isEqualTo("CANCEL");
    // a cancel without effect is not recorded
    operator.post("/orders/" + id + "/cancellations", WHY);
    assertThat(operator.get("/operator-acts?orderId=" + id).at("/items")).hasSize(1);
  }

  @Test
  void oneOrderIsShownWithTheActsOfOperators() {
    refundFails(order);
    useUpTries(id);
    operator.post("/stuck-orders/" + id + "/retries", WHY);
    runJobs();

    JsonNode shown = operator.get("/stuck-orders/" + id);
    assertThat(shown.at("/steps").findValuesAsText("step")).containsExactly("CANCEL_PAYMENT");
    assertThat(shown.at("/acts").findValuesAsText("act")).containsExactly("RETRY");
    assertThat(operator.answer("/stuck-orders/" + UUID.randomUUID()).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void anActThatCannotBeRecordedIsNotDone() {
    refundFails(order);
    useUpTries(id);

    assertThatThrownBy(
            () -> retryStuckOrders.retry(id, new Instruction("operator", "x".repeat(501))))
        .isInstanceOf(RuntimeException.class);

    assertThat(jobOf(id).getRetries()).isZero();
    assertThat(runtime.createIncidentQuery().count()).isOne();
  }

  @Test
  void refusesUnknownOrdersAndOrdersThatAreNotStuck() {
    assertProblem(
        operator.post("/stuck-orders/" + UUID.randomUUID() + "/retries", WHY),
        HttpStatus.NOT_FOUND,
        "not-found");
    assertProblem(settle("CANCEL_PAYMENT", null), HttpStatus.NOT_FOUND, "not-found");
    receive(order);
    runJobs();
    assertProblem(settle("CANCEL_PAYMENT", null), HttpStatus.CONFLICT, "step-not-stuck");
    assertBadField(operator.post("/stuck-orders/1-1-1-1-1/retries", WHY), "orderId");
    assertThat(operator.answer("/stuck-orders/x").getStatusCode())
        .isEqualTo(HttpStatus.BAD_REQUEST);
  }

  @Test
  void aReasonIsStoredUnchangedUnlessItIsTooLong() {
    refundFails(order);
    String lines = "customer:\n\"too late\"\t\u0000";
    var kept = operator.post("/stuck-orders/" + id + "/retries", reason(lines));
    assertThat(kept.getBody().at("/notice").isNull()).isTrue();
    assertThat(only(operator.get("/operator-acts?orderId=" + id)).at("/reason").asText())
        .isEqualTo(lines.replace('\u0000', '\ufffd'));

    String longest = "김".repeat(499) + "🍎";
    var cut = operator.post("/orders/" + id + "/cancellations", reason(longest + "x"));
    assertThat(cut.getBody().at("/notice").asText())
        .isEqualTo("The text was truncated to 500 characters.");
    assertThat(
            operator
                .post(
                    "/stuck-orders/retries", reason(longest + "x", "\"step\": \"CANCEL_PAYMENT\""))
                .getBody()
                .at("/notice")
                .asText())
        .contains("500");
  }

  private static String reason(String text, String... others) {
    String more = others.length == 0 ? "" : ", " + String.join(", ", others);
    return "{\"reason\": %s%s}".formatted(JsonNodeFactory.instance.textNode(text), more);
  }

  @Test
  void theReasonOfACancelIsPublished() {
    receive(order);
    runJobs();
    operator.post("/orders/" + id + "/cancellations", reason("closed:\n" + "x".repeat(600)));
    runJobs();

    String reason = only(operator.get("/operator-acts?orderId=" + id)).at("/reason").asText();
    assertThat(reason).hasSize(500).startsWith("closed:\nx");
    assertThat(
            jdbc.sql(
                    """
                    SELECT payload::jsonb ->> 'comment' FROM outbox
                    WHERE order_id = ? AND payload::jsonb ->> 'status' = 'CANCELLED'
                    """)
                .param(id)
                .query(String.class)
                .single())
        .isEqualTo(reason);
  }

  @Test
  void anOrderIsAlsoFoundByItsNumber() {
    long number = 13_000_001;
    refundFails(order);
    useUpTries(id);
    assertThat(operator.answer("/stuck-orders/" + number).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    jdbc.sql("UPDATE order_progress SET placed = placed || ?::jsonb WHERE order_id = ?")
        .params("{\"number\": %d}".formatted(number), id)
        .update();

    assertThat(operator.get("/stuck-orders/" + number).at("/orderId").asText())
        .isEqualTo(id.toString());
    assertThat(
            operator
                .post("/stuck-orders/" + number + "/retries", WHY)
                .getBody()
                .at("/orderId")
                .asText())
        .isEqualTo(id.toString());
    assertThat(
            operator
                .post("/orders/" + number + "/cancellations", WHY)
                .getBody()
                .at("/outcome")
                .asText())
        .isEqualTo("CANCELLED_BEFORE");
    assertThat(only(operator.get("/operator-acts?orderNumber=" + number)).at("/orderId").asText())
        .isEqualTo(id.toString());
    assertProblem(
        operator.post("/stuck-orders/14000001/retries", WHY), HttpStatus.NOT_FOUND, "not-found");
    assertThat(operator.get("/operator-acts?orderNumber=14000001").at("/items")).isEmpty();

    // as after a restore of order: two orders have the same number
    OrderPlaced other = OrderFixture.order();
    receive(other);
    jdbc.sql("UPDATE order_progress SET placed = placed || ?::jsonb WHERE order_id = ?")
        .params("{\"number\": %d}".formatted(number), other.orderId())
        .update();
    assertProblem(
        operator.post("/orders/" + number + "/cancellations", WHY),
        HttpStatus.NOT_FOUND,
        "not-found");
  }

  /** The order is cancelled, and its refund fails for the first time. */
  private void refundFails(OrderPlaced placed) {
    doThrow(new IllegalStateException("provider refuses\n  at length"))
        .when(payments)
        .cancel(placed.orderId());
    receive(placed);
    runJobs();
    receive(customerCancels(placed.orderId()));
    runJobs();
  }

  private void useUpTries(UUID orderId) {
    Job job = jobOf(orderId);
    for (int tries = job.getRetries(); tries > 0; tries--) {
      Orders.tryJob(job, management, IllegalStateException.class);
    }
  }

  private void startDelivery() {
    receive(order);
    runJobs();
    receive(new StoreAccepted(id, "store-1", Instant.EPOCH));
    runJobs();
  }

  private void receive(DomainEvent event) {
    receive.all(OrderFixture.received(event));
  }

  private static OrderCancellationRequested customerCancels(UUID orderId) {
    return new OrderCancellationRequested(orderId, "changed my mind", Instant.EPOCH);
  }

  private void runJobs() {
    Orders.runJobs(management, IllegalStateException.class);
  }

  private Job jobOf(UUID orderId) {
    String instance = Orders.process(orderId, runtime).getId();
    return management.createJobQuery().messages().processInstanceId(instance).singleResult();
  }

  private String status() {
    return Orders.status(id, jdbc);
  }

  private double gauge(String step) {
    return meters.get("baedal.orders.stuck").tag("step", step).gauge().value();
  }

  private JsonNode retryAll(int limit) {
    var answer =
        operator.post(
            "/stuck-orders/retries",
            "{\"step\": \"CANCEL_PAYMENT\", \"reason\": \"provider is back\", \"limit\": %d}"
                .formatted(limit));
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    return answer.getBody();
  }

  private ResponseEntity<JsonNode> settle(String step, String outcome) {
    return operator.post(
        "/stuck-orders/" + id + "/settlements",
        "{\"step\": \"%s\", \"reason\": \"done manually\", \"outcome\": %s}"
            .formatted(step, outcome == null ? "null" : '"' + outcome + '"'));
  }
}
