package io.baedal.e2e;

import static io.baedal.e2e.Client.ok;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RejectOrderE2E {

  private final Client client = new Client();
  private final Invariants invariants = new Invariants(client);

  @Test
  void rejectsAnOrderWhosePaymentIsDeclined() {
    String id = client.placeOrder("declined");
    client.awaitStatus(id, "REJECTED");

    invariants.holdFor(id, "REJECTED");
    assertThat(client.view(id).body().at("/reason").asText()).isEqualTo("PAYMENT_DECLINED");
    assertThat(client.timeline(id)).containsExactly("PLACED", "REJECTED");
    assertThat(client.storeRequests(id)).isEmpty();
  }

  @Test
  void refundsAnOrderThatTheStoreRejects() {
    String id = client.placeOrder("approved");
    client.bring(id, "STORE_REQUESTED");
    ok(client.rejectAsStore(id));
    client.awaitStatus(id, "REJECTED");

    invariants.holdFor(id, "REJECTED");
    assertThat(client.view(id).body().at("/reason").asText()).isEqualTo("STORE_REJECTED");
    assertThat(client.payments(id).get(0).at("/refundedAmount").asLong()).isEqualTo(18_500);
  }

  @Test
  void refundsAnOrderWhoseStoreDoesNotAnswer() {
    String id = client.placeOrder("approved");
    client.bring(id, "STORE_REQUESTED");
    client.letDeadlinePass(id);
    client.awaitStatus(id, "REJECTED");

    invariants.holdFor(id, "REJECTED");
    assertThat(client.view(id).body().at("/reason").asText()).isEqualTo("STORE_TIMEOUT");
    assertThat(client.acceptAsStore(id).status()).isEqualTo(409);
  }
}
