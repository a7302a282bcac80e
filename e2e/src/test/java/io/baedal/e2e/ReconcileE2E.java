package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.local.common.Account;
import io.baedal.local.common.Part;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every kind of disagreement is made in the databases, found, and resolved after its repair. */
class ReconcileE2E {

  private final Client client = new Client();

  private final String delivered = client.placeOrder("approved");
  private final String cancelled = client.placeOrder("approved");
  private final String orphaned = client.placeOrder("approved");
  private final String waiting = client.placeOrder("approved");
  private final String neverBegun = UUID.randomUUID().toString();
  private final String unknown = UUID.randomUUID().toString();

  private final Set<String> all =
      Set.of(delivered, cancelled, orphaned, waiting, neverBegun, unknown);

  @Test
  void plantedDisagreementsAreFoundAndGoneOnceRepaired() throws Exception {
    client.bring(delivered, "PICKED_UP");
    ok(client.complete(delivered));
    client.bring(cancelled, "STORE_REQUESTED");
    assertThat(client.cancel(cancelled).status()).isEqualTo(202);
    client.bring(orphaned, "STORE_REQUESTED");
    postponeDeadline(orphaned);
    client.bring(waiting, "STORE_REQUESTED");
    postponeDeadline(waiting);
    client.awaitStatus(delivered, "DELIVERED");
    client.awaitStatus(cancelled, "CANCELLED");
    assertThat(found()).isEmpty();

    plant();

    await().atMost(Client.PATIENCE).untilAsserted(() -> assertThat(found()).isEqualTo(planted()));
    Command listed = Command.run();
    assertThat(listed.output()).contains(all).contains("PAYMENT_WITHOUT_ORDER", "18500 held");
    assertThat(listed.exitCode()).isEqualTo(1);

    repairAll();

    await().atMost(Client.PATIENCE).untilAsserted(() -> assertThat(found()).isEmpty());
    Command clean = Command.run();
    assertThat(clean.output()).doesNotContain(all);
    // other tests may have left disagreements of their own
    assertThat(clean.exitCode()).isEqualTo(clean.output().contains("no disagreement") ? 0 : 1);
  }

  /** Postpones the deadline, because that of this system may pass on a busy machine. */
  private void postponeDeadline(String order) {
    String timer =
        client
            .engine("/job?timers=true&processInstanceId=" + process(order))
            .body()
            .at("/0/id")
            .asText();
    var put =
        Http.put(
            at("/engine-rest/job/" + timer + "/duedate"),
            "{\"duedate\": \"2100-01-01T00:00:00.000+0000\"}",
            "Authorization",
            client.operatorLogin());
    assertThat(put.status()).as(put.raw().body()).isEqualTo(204);
  }

  private String process(String order) {
    return client.engine("/process-instance?businessKey=" + order).body().at("/0/id").asText();
  }

  private Map<String, Set<String>> planted() {
    return Map.of(
        delivered, Set.of("VIEW_DIFFERS", "DELIVERED_UNPAID", "DELIVERY_OPEN", "END_DIFFERS"),
        cancelled, Set.of("NOT_REFUNDED", "STORE_REQUEST_OPEN"),
        orphaned, Set.of("PROCESS_MISSING", "PAYMENT_WITHOUT_ORDER"),
        waiting, Set.of("EVENT_LOST", "CANCELLATION_UNANSWERED"),
        neverBegun, Set.of("ORDER_NOT_STARTED", "VIEW_DIFFERS"),
        unknown, Set.of("PAYMENT_WITHOUT_ORDER"));
  }

  private void plant() {
    update(
        Part.ORDER_VIEW,
        "UPDATE order_views SET status = 'PICKED_UP', sequence = 6 WHERE order_id = '%s'",
        delivered);
    update(
        Part.PAYMENT,
        "UPDATE payments SET status = 'CANCELLED', refunded_amount = approved_amount,"
            + " refunded_at = approved_at WHERE order_id = '%s'",
        delivered);
    update(
        Part.DELIVERY,
        "UPDATE deliveries SET status = 'PICKED_UP', completed_at = NULL WHERE order_id = '%s'",
        delivered);
    update(
        Part.ORDER,
        "UPDATE orders SET status = 'PLACED', closed_at = NULL WHERE id = '%s'",
        delivered);

    update(
        Part.PAYMENT,
        "UPDATE payments SET status = 'APPROVED', refunded_amount = 0, refunded_at = NULL"
            + " WHERE order_id = '%s'",
        cancelled);
    update(
        Part.DELIVERY,
        "UPDATE store_requests SET status = 'REQUESTED', cancelled_at = NULL WHERE order_id = '%s'",
        cancelled);

    var deleted =
        Http.delete(
            at("/engine-rest/process-instance/" + process(orphaned)),
            "Authorization",
            client.operatorLogin());
    assertThat(deleted.status()).isEqualTo(204);

    update(
        Part.DELIVERY,
        "UPDATE store_requests SET status = 'ACCEPTED', answered_at = requested_at"
            + " WHERE order_id = '%s'",
        waiting);
    update(
        Part.ORDER,
        "UPDATE orders SET status = 'CANCELLATION_REQUESTED', cancellation_outcome = 'PENDING',"
            + " cancellation_requested_at = placed_at WHERE id = '%s'",
        waiting);
    update(
        Part.ORDER_VIEW,
        "UPDATE order_views SET cancellation_requested_at = placed_at WHERE order_id = '%s'",
        waiting);

    update(
        Part.ORDER,
        "INSERT INTO orders (id, content, amount, placed_at, status) SELECT '"
            + neverBegun
            + "', content - 'clientReference', amount, placed_at, 'PLACED' FROM orders"
            + " WHERE id = '%s'",
        delivered);
    update(
        Part.PAYMENT,
        "INSERT INTO payments (id, order_id, amount, currency, payment_method, status,"
            + " approved_amount, approved_at, requested_at)"
            + " SELECT gen_random_uuid(), '%s', 18500, 'KRW', 'approved', 'APPROVED', 18500, at, at"
            + " FROM (SELECT now() - interval '1 minute' AS at) minute",
        unknown);
  }

  /** Repairs as the runbook states, except where it is enough to revert the change. */
  private void repairAll() {
    update(
        Part.ORDER_VIEW,
        "UPDATE order_views SET status = 'DELIVERED', sequence = 7 WHERE order_id = '%s'",
        delivered);
    update(
        Part.PAYMENT,
        "UPDATE payments SET status = 'APPROVED', refunded_amount = 0, refunded_at = NULL"
            + " WHERE order_id = '%s'",
        delivered);
    ok(client.complete(delivered));

    update(
        Part.PAYMENT,
        "UPDATE payments SET status = 'CANCELLED', refunded_amount = approved_amount,"
            + " refunded_at = approved_at WHERE order_id = '%s'",
        cancelled);
    ok(undo(Part.DELIVERY, "/store-requests/" + cancelled));

    ok(
        undo(Part.DELIVERY, "/deliveries/" + orphaned),
        undo(Part.DELIVERY, "/store-requests/" + orphaned),
        undo(Part.PAYMENT, "/payment-requests/" + orphaned));
    ok(
        engine(
            "/process-definition/" + definition() + "/start",
            """
            {"businessKey": "%s",
             "variables": {"reason": {"value": "OPERATOR_CANCELLED", "type": "String"}},
             "startInstructions":
               [{"type": "startTransition", "transitionId": "Flow_CancellationRequested"}]}
            """
                .formatted(orphaned)));
    client.awaitStatus(orphaned, "CANCELLED");
    // to record who cancelled, and why
    assertThat(client.cancelAsOperator(orphaned).status()).isEqualTo(202);

    var answered =
        engine(
            "/message",
            """
            {"messageName": "StoreAnswered", "businessKey": "%s",
             "processVariables": {"storeAccepted": {"value": true, "type": "Boolean"}}}
            """
                .formatted(waiting));
    assertThat(answered.status()).as(answered.raw().body()).isEqualTo(204);
    client.awaitTimeline(waiting, "DELIVERY_STARTED");
    assertThat(client.cancelAsOperator(waiting).status()).isEqualTo(202);
    client.awaitStatus(waiting, "CANCELLED");

    update(Part.ORDER, "DELETE FROM orders WHERE id = '%s'", neverBegun);
    update(Part.PAYMENT, "DELETE FROM payments WHERE order_id = '%s'", unknown);

    // the order service receives the end of the order again
    Republished.all();
    await()
        .atMost(Client.PATIENCE)
        .until(() -> client.order(delivered).body().at("/status").asText().equals("DELIVERED"));
  }

  /** The process that this build starts; the newest version may be that of another build. */
  private String definition() {
    for (JsonNode version : get("/process-versions").at("/items")) {
      if (version.at("/startsHere").asBoolean()) {
        return client
            .engine(
                "/process-definition?key=OrderFulfillment&version="
                    + version.at("/version").asInt())
            .body()
            .at("/0/id")
            .asText();
      }
    }
    throw new IllegalStateException("no version starts here");
  }

  /** Runs a reconciliation now; returns what it finds for the orders of this test. */
  private Map<String, Set<String>> found() {
    var begun = Http.post(at("/reconciliations"), "{}", "Authorization", client.operatorLogin());
    assertThat(begun.status()).as(begun.raw().body()).isEqualTo(202);
    await()
        .atMost(Client.PATIENCE)
        .until(() -> !get(begun.header("Location")).at("/endedAt").isNull());
    Map<String, Set<String>> kinds = new TreeMap<>();
    for (String order : all) {
      for (JsonNode one : get("/disagreements?orderId=" + order).at("/items")) {
        kinds.computeIfAbsent(order, any -> new TreeSet<>()).add(one.at("/kind").asText());
      }
    }
    return kinds;
  }

  /** A call that only the process may make. */
  private static Http.Answer undo(Part worker, String path) {
    return Http.delete(
        service(worker, path), "Authorization", RunningSystem.bearer(Account.ORCHESTRATOR));
  }

  private Http.Answer engine(String path, String body) {
    return Http.post(at("/engine-rest" + path), body, "Authorization", client.operatorLogin());
  }

  private JsonNode get(String path) {
    return Http.get(at(path), "Authorization", client.operatorLogin()).body();
  }

  private static URI at(String path) {
    return service(Part.ORCHESTRATOR, path);
  }

  private static URI service(Part part, String path) {
    return RunningSystem.get().address(part).resolve(path);
  }

  private static void update(Part service, String sql, String orderId) {
    var system = RunningSystem.get();
    var login = system.credentials(service);
    try (var connection =
            DriverManager.getConnection(
                system.jdbcUrl(service), login.username(), login.password());
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql.formatted(orderId))).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code ./baedal reconcile}, without the script. */
  private record Command(int exitCode, String output) {

    static Command run() throws IOException, InterruptedException {
      var command =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              "io.baedal.local.Main",
              "reconcile",
              "--url",
              at("/").toString(),
              "--since",
              "12h");
      command.environment().put("BAEDAL_TOKEN", RunningSystem.get().tokens(Account.OPERATOR).get());
      Process running = command.redirectErrorStream(true).start();
      String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Command(running.waitFor(), output);
    }
  }
}
