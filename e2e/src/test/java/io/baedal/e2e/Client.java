package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.local.common.Account;
import io.baedal.local.common.Part;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * What customers, stores, couriers and operators do, by an operator, who may do it for all of them.
 * What is not an operator's own call goes through the gateway.
 */
final class Client {

  /** The time limit of each wait. Long, because only a failing test waits so long. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Places an order and returns its id. */
  String placeOrder(String paymentMethod) {
    var answer = tryToPlaceOrder(paymentMethod, UUID.randomUUID().toString());
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/orders/" + answer.body().at("/id").asText());
    return answer.body().at("/id").asText();
  }

  /** Sends an order; the same {@code key} means the same order. */
  Http.Answer tryToPlaceOrder(String paymentMethod, String key) {
    return Http.post(
        at("/orders"),
        """
        {"customerId": "customer-%s", "storeId": "store-2", "paymentMethod": "%s",
         "deliveryAddress": "12 Sejong-daero, Seoul",
         "items": [{"productName": "APPLE", "quantity": 2, "unitPrice": 9000},
                   {"productName": "PEAR", "quantity": 1, "unitPrice": 500}]}
        """
            .formatted(key, paymentMethod),
        "Authorization",
        operatorLogin(),
        "Idempotency-Key",
        key);
  }

  Http.Answer order(String id) {
    return get("/orders/" + id);
  }

  Http.Answer cancel(String id) {
    return delete("/orders/" + id + "?reason=changed%20my%20mind");
  }

  Http.Answer view(String id) {
    return get("/order-views/" + id);
  }

  Http.Answer acceptAsStore(String id) {
    return post("/store-requests/" + id + "/acceptance", "");
  }

  Http.Answer rejectAsStore(String id) {
    return post("/store-requests/" + id + "/rejection", "{\"reason\": \"sold out\"}");
  }

  Http.Answer pickUp(String id) {
    return post("/deliveries/" + id + "/pick-up", "");
  }

  Http.Answer complete(String id) {
    return post("/deliveries/" + id + "/completion", "");
  }

  Http.Answer cancelAsOperator(String id) {
    return Http.post(
        RunningSystem.get().address(Part.ORCHESTRATOR).resolve("/orders/" + id + "/cancellations"),
        "{\"reason\": \"the customer called\"}",
        "Authorization",
        operatorLogin());
  }

  Http.Answer engine(String path) {
    return Http.get(
        RunningSystem.get().address(Part.ORCHESTRATOR).resolve("/engine-rest" + path),
        "Authorization",
        operatorLogin());
  }

  /** Lets the deadline of an order pass, by the engine's REST API. */
  void letDeadlinePass(String orderId) {
    String process = engine("/process-instance?businessKey=" + orderId).body().at("/0/id").asText();
    JsonNode deadlines = engine("/job?timers=true&processInstanceId=" + process).body();
    assertThat(deadlines).hasSize(1);
    String job = deadlines.at("/0/id").asText();
    Http.Answer passed =
        Http.put(
            RunningSystem.get()
                .address(Part.ORCHESTRATOR)
                .resolve("/engine-rest/job/" + job + "/duedate"),
            "{\"duedate\": \"2000-01-01T00:00:00.000+0000\"}",
            "Authorization",
            operatorLogin());
    assertThat(passed.status()).isEqualTo(204);
  }

  /** The header {@code Authorization}. */
  String operatorLogin() {
    return RunningSystem.bearer(Account.OPERATOR);
  }

  /** Waits until the order view shows {@code status} as the current one. */
  void awaitStatus(String id, String status) {
    await("order " + id + " to become " + status)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(view(id).body().at("/status").asText()).isEqualTo(status));
  }

  List<String> timeline(String id) {
    return StreamSupport.stream(view(id).body().at("/timeline").spliterator(), false)
        .map(change -> change.at("/status").asText())
        .toList();
  }

  /** Advances an order to {@code status} with the calls of its store and courier. */
  void bring(String id, String status) {
    for (String step :
        List.of("STORE_REQUESTED", "STORE_ACCEPTED", "DELIVERY_STARTED", "PICKED_UP")) {
      switch (step) {
        case "STORE_ACCEPTED" -> ok(acceptAsStore(id));
        case "PICKED_UP" -> ok(pickUp(id));
        default -> awaitTimeline(id, step);
      }
      if (step.equals(status)) {
        awaitTimeline(id, step);
        return;
      }
    }
    throw new IllegalArgumentException(status);
  }

  void awaitTimeline(String id, String status) {
    await("order " + id + " to reach " + status)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(timeline(id)).contains(status));
  }

  JsonNode payments(String id) {
    return get("/payments?orderId=" + id).body().at("/items");
  }

  JsonNode storeRequests(String id) {
    return get("/store-requests?orderId=" + id).body().at("/items");
  }

  JsonNode deliveries(String id) {
    return get("/deliveries?orderId=" + id).body().at("/items");
  }

  Http.Answer get(String path) {
    return Http.get(at(path), "Authorization", operatorLogin());
  }

  Http.Answer delete(String path) {
    return Http.delete(at(path), "Authorization", operatorLogin());
  }

  Http.Answer post(String path, String body) {
    return Http.post(at(path), body, "Authorization", operatorLogin());
  }

  URI at(String path) {
    return RunningSystem.get().address(Part.GATEWAY).resolve(path);
  }

  static void ok(Http.Answer... answers) {
    Arrays.stream(answers)
        .forEach(answer -> assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200));
  }
}
