package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.local.common.Part;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** What must hold for every order that has ended, checked at each service and in its database. */
final class Invariants {

  private final Client client;

  Invariants(Client client) {
    this.client = client;
  }

  /** Checks all invariants, once the services had time to receive the end. */
  void holdFor(String orderId, String outcome) {
    await("order " + orderId + " to end as " + outcome + " everywhere")
        .atMost(Client.PATIENCE)
        .untilAsserted(
            () -> {
              theOrderAndItsViewAgree(orderId, outcome);
              theProcessHasEnded(orderId, outcome);
            });
    theTimelineHasEachChangeOnce(orderId);
    theMoneyReconciles(orderId, outcome);
    nothingStaysOpen(orderId, outcome);
  }

  private void theOrderAndItsViewAgree(String orderId, String outcome) {
    JsonNode order = client.order(orderId).body();
    JsonNode view = client.view(orderId).body();
    assertThat(order.at("/status").asText()).isEqualTo(outcome);
    assertThat(view.at("/status").asText()).isEqualTo(outcome);
    assertThat(view.at("/reason").asText()).isEqualTo(order.at("/reason").asText());
    assertThat(view.at("/amount").asLong()).isEqualTo(18_500);
  }

  private void theProcessHasEnded(String orderId, String outcome) {
    assertThat(client.engine("/process-instance?businessKey=" + orderId).body()).isEmpty();
    assertThat(
            value(
                Part.ORCHESTRATOR,
                "SELECT status FROM order_progress WHERE order_id = '%s'",
                orderId))
        .isEqualTo(outcome);
    assertThat(
            value(Part.ORCHESTRATOR, "SELECT count(*) FROM outbox WHERE order_id = '%s'", orderId))
        .isEqualTo("0");
  }

  private void theTimelineHasEachChangeOnce(String orderId) {
    List<Integer> sequence =
        StreamSupport.stream(client.view(orderId).body().at("/timeline").spliterator(), false)
            .map(change -> change.at("/sequence").asInt())
            .toList();
    assertThat(sequence)
        .isEqualTo(IntStream.rangeClosed(1, sequence.size()).boxed().toList())
        .isNotEmpty();
    assertThat(client.timeline(orderId)).doesNotHaveDuplicates();
  }

  private void theMoneyReconciles(String orderId, String outcome) {
    long approved = 0;
    long refunded = 0;
    for (JsonNode payment : client.payments(orderId)) {
      approved += payment.at("/approvedAmount").asLong();
      refunded += payment.at("/refundedAmount").asLong();
    }
    boolean delivered = outcome.equals("DELIVERED");
    assertThat(approved - refunded).isEqualTo(delivered ? 18_500 : 0);
    assertThat(refunded).isEqualTo(delivered ? 0 : approved);
    String held =
        "SELECT coalesce(sum(amount), 0) FROM simulated_provider_charges"
            + " WHERE state = 'CHARGED' AND key LIKE '%%%s%%'";
    assertThat(value(Part.PAYMENT, held, orderId)).isEqualTo(delivered ? "18500" : "0");
  }

  private void nothingStaysOpen(String orderId, String outcome) {
    List<String> stores = statuses(client.storeRequests(orderId));
    List<String> couriers = statuses(client.deliveries(orderId));
    if (outcome.equals("DELIVERED")) {
      assertThat(stores).containsExactly("ACCEPTED");
      assertThat(couriers).containsExactly("COMPLETED");
    } else {
      assertThat(stores).isSubsetOf("REJECTED", "CANCELLED");
      assertThat(couriers).isSubsetOf("CANCELLED");
    }
  }

  private static List<String> statuses(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.at("/status").asText())
        .toList();
  }

  private static String value(Part service, String sql, String orderId) {
    return new Database(service).value(sql.formatted(orderId));
  }
}
