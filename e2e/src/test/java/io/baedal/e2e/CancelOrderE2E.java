package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.local.common.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("pauses services")
class CancelOrderE2E {

  private final Client client = new Client();
  private final Invariants invariants = new Invariants(client);

  @Test
  void cancelsBeforeThePayment() {
    RunningSystem.get().pause(Part.ORCHESTRATOR);
    String id;
    try {
      id = client.placeOrder("approved");
      assertThat(client.cancel(id).status()).isEqualTo(202);
    } finally {
      RunningSystem.get().resume(Part.ORCHESTRATOR);
    }

    cancelled(id);
  }

  @Test
  void cancelsWhileThePaymentRuns() {
    String id;
    // paused, not only slow: the cancel always comes before the answer
    RunningSystem.get().pause(Part.PAYMENT);
    try {
      id = client.placeOrder("slow");
      awaitThatPaymentIsNext(id);
      assertThat(client.cancel(id).status()).isEqualTo(202);
      client.awaitTimeline(id, "CANCELLATION_REQUESTED");
    } finally {
      RunningSystem.get().resume(Part.PAYMENT);
    }

    cancelled(id);
    assertThat(client.timeline(id))
        .containsExactly("PLACED", "CANCELLATION_REQUESTED", "CANCELLED");
  }

  @Test
  void aLongReasonDoesNotPreventACancel() {
    String id = client.placeOrder("approved");
    client.bring(id, "STORE_REQUESTED");
    String reason = "마음이 바뀌었어요 ".repeat(60);

    var answer =
        client.delete(
            "/orders/"
                + id
                + "?reason="
                + URLEncoder.encode(reason, StandardCharsets.UTF_8)
                + "%00");

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(202);
    assertThat(answer.body().at("/notice").asText()).contains("truncated");
    cancelled(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"STORE_REQUESTED", "STORE_ACCEPTED", "DELIVERY_STARTED"})
  void cancelsAfter(String status) {
    String id = client.placeOrder("approved");
    client.bring(id, status);
    assertThat(client.cancel(id).status()).isEqualTo(202);
    assertThat(client.cancel(id).status()).isIn(202, 409);

    cancelled(id);
    assertThat(client.timeline(id)).contains(status);
    assertThat(client.payments(id).get(0).at("/refundedAmount").asLong()).isEqualTo(18_500);
  }

  @Test
  void refusesToCancelAfterPickUpAndDelivers() {
    String id = client.placeOrder("approved");
    client.bring(id, "PICKED_UP");
    assertThat(client.cancel(id).status()).isEqualTo(202);

    await()
        .atMost(Client.PATIENCE)
        .untilAsserted(
            () -> {
              var order = client.order(id).body();
              assertThat(order.at("/cancellation/outcome").asText()).isEqualTo("REFUSED");
              assertThat(order.at("/status").asText()).isEqualTo("PLACED");
              var view = client.view(id).body();
              assertThat(view.at("/cancellation/outcome").asText()).isEqualTo("REFUSED");
              assertThat(view.at("/status").asText()).isEqualTo("PICKED_UP");
            });
    assertThat(client.cancel(id).status()).isEqualTo(409);

    ok(client.complete(id));
    invariants.holdFor(id, "DELIVERED");
  }

  @Test
  void theCourierWinsWhenFasterThanTheRecall() {
    String id = client.placeOrder("approved");
    client.bring(id, "DELIVERY_STARTED");
    // delivery records the pick-up; the orchestrator receives it after the cancel
    RunningSystem.get().pause(Part.ORCHESTRATOR);
    try {
      assertThat(client.cancel(id).status()).isEqualTo(202);
      await()
          .atMost(Client.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(client.view(id).body().at("/cancellation/outcome").asText())
                      .isEqualTo("PENDING"));
      ok(client.pickUp(id), client.complete(id));
    } finally {
      RunningSystem.get().resume(Part.ORCHESTRATOR);
    }

    invariants.holdFor(id, "DELIVERED");
    assertThat(client.order(id).body().at("/cancellation/outcome").asText()).isEqualTo("REFUSED");
    assertThat(client.view(id).body().at("/cancellation/outcome").asText()).isEqualTo("REFUSED");
  }

  @Test
  void anOperatorCancels() {
    String id = client.placeOrder("approved");
    client.bring(id, "STORE_REQUESTED");
    assertThat(client.cancelAsOperator(id).status()).isEqualTo(202);

    client.awaitStatus(id, "CANCELLED");
    invariants.holdFor(id, "CANCELLED");
    assertThat(client.order(id).body().at("/reason").asText()).isEqualTo("OPERATOR_CANCELLED");
    assertThat(client.cancelAsOperator(id).status()).isEqualTo(202);
  }

  private void awaitThatPaymentIsNext(String id) {
    var process = "/process-instance?businessKey=%s&activityIdIn=Task_ApprovePayment".formatted(id);
    await().atMost(Client.PATIENCE).until(() -> client.engine(process).body().size() == 1);
  }

  private void cancelled(String id) {
    client.awaitStatus(id, "CANCELLED");
    invariants.holdFor(id, "CANCELLED");
    var order = client.order(id).body();
    assertThat(order.at("/reason").asText()).isEqualTo("CUSTOMER_CANCELLED");
    assertThat(order.at("/cancellation/outcome").asText()).isEqualTo("CANCELLED");
    assertThat(client.view(id).body().at("/cancellation/outcome").asText()).isEqualTo("CANCELLED");
  }
}
