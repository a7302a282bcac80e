package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverOrderE2E {

  private final Client client = new Client();
  private final Invariants invariants = new Invariants(client);

  @ParameterizedTest
  @ValueSource(strings = {"approved", "slow", "answer-lost"})
  void deliversAnOrderHoweverThePaymentIsApproved(String paymentMethod) {
    String id = client.placeOrder(paymentMethod);
    client.bring(id, "PICKED_UP");
    ok(client.complete(id));

    invariants.holdFor(id, "DELIVERED");
    assertThat(client.timeline(id))
        .containsExactly(
            "PLACED",
            "PAYMENT_APPROVED",
            "STORE_REQUESTED",
            "STORE_ACCEPTED",
            "DELIVERY_STARTED",
            "PICKED_UP",
            "DELIVERED");
    assertThat(client.cancel(id).status()).isEqualTo(409);
  }

  @Test
  void placesAShortFormOrderOnce() {
    String order = "{\"orderId\": \"e2e-short\", \"productName\": \"APPLE\"}";
    var first = Http.post(client.at("/orders"), order);
    var again = Http.post(client.at("/orders"), order);
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().at("/id")).isEqualTo(first.body().at("/id"));

    String id = first.body().at("/id").asText();
    client.cancel(id);
    client.awaitStatus(id, "CANCELLED");
  }

  @Test
  void namesEveryBadField() {
    var answer =
        Http.post(
            client.at("/orders"),
            "{\"items\": [{\"productName\": 5, \"quantity\": -1, \"unitPrice\": \"x\"}]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body().at("/errors").findValuesAsText("field"))
        .contains("items[0].productName", "items[0].quantity", "items[0].unitPrice");
  }
}
