package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.local.common.Instance;
import io.baedal.local.common.Part;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverOrderE2E {

  private final Client client = new Client();
  private final Invariants invariants = new Invariants(client);

  @ParameterizedTest
  @ValueSource(strings = {"approved", "slow", "answer-lost"})
  void deliversAnOrderWithEachPaymentMethod(String paymentMethod) {
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
  void deliversAFreeOrderWithoutACharge() {
    String id =
        place(
            """
            {"customerId": "customer-1", "storeId": "store-1", "paymentMethod": "approved",
             "deliveryAddress": "12 Sejong-daero, Seoul",
             "items": [{"productName": "WATER", "quantity": 1, "unitPrice": 0}]}""");
    client.bring(id, "PICKED_UP");
    ok(client.complete(id));
    client.awaitStatus(id, "DELIVERED");

    assertThat(client.payments(id).get(0).at("/status").asText()).isEqualTo("APPROVED");
    assertThat(client.payments(id).get(0).at("/approvedAmount").asLong()).isZero();
    assertThat(
            new Database(Part.PAYMENT)
                .value(
                    "SELECT count(*) FROM simulated_provider_charges WHERE key LIKE '%" + id + "'"))
        .isEqualTo("0");
  }

  @Test
  void textOfACustomerReachesStoreAndCourierButNoLog() {
    String note = "초인종 " + UUID.randomUUID();
    String phone = "010-" + UUID.randomUUID().toString().substring(9, 23);
    String address = "12 Sejong-daero " + UUID.randomUUID();
    String id =
        place(
            """
            {"customerId": "customer-1", "storeId": "store-1", "paymentMethod": "approved",
             "deliveryAddress": "%s", "note": "%s", "phone": "%s",
             "items": [{"productName": "APPLE", "quantity": 1, "unitPrice": 1000}]}"""
                .formatted(address, note, phone));
    client.bring(id, "PICKED_UP");
    assertThat(client.storeRequests(id).get(0).at("/note").asText()).isEqualTo(note);
    assertThat(client.deliveries(id).get(0).at("/phone").asText()).isEqualTo(phone);
    ok(client.complete(id));
    client.awaitStatus(id, "DELIVERED");

    for (Part service : Part.services()) {
      assertThat(RunningSystem.get().log(Instance.first(service)))
          .content()
          .doesNotContain(note, phone, address);
    }
  }

  @Test
  void placesAShortFormOrderOnce() {
    String order = "{\"orderId\": \"e2e-short\", \"productName\": \"APPLE\"}";
    var first = client.post("/orders", order);
    var again = client.post("/orders", order);
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
        client.post(
            "/orders",
            "{\"items\": [{\"productName\": 5, \"quantity\": -1, \"unitPrice\": \"x\"}]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body().at("/errors").findValuesAsText("field"))
        .contains("items[0].productName", "items[0].quantity", "items[0].unitPrice");
  }

  private String place(String order) {
    var answer = client.post("/orders", order);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    return answer.body().at("/id").asText();
  }
}
