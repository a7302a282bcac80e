package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.local.common.Account;
import io.baedal.local.common.Part;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each role sees and may do, with tokens of the local identity provider. */
class AccessE2E {

  private final Client client = new Client();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orders",
        "/orders/1",
        "/payments",
        "/store-requests",
        "/deliveries",
        "/order-views",
        "/order-views/1"
      })
  void aStrangerSeesNothingAtTheGateway(String path) {
    Http.Answer answer = Http.get(client.at(path));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body().at("/type").asText()).isEqualTo("urn:baedal:problem:unauthorized");
  }

  @Test
  void aStrangerCannotOrderNorCancel() {
    String id = client.placeOrder("approved");

    assertThat(Http.post(client.at("/orders"), "{\"productName\": \"APPLE\"}").status())
        .isEqualTo(401);
    assertThat(Http.delete(client.at("/orders/" + id)).status()).isEqualTo(401);
    assertThat(Http.post(client.at("/store-requests/" + id + "/acceptance"), "").status())
        .isEqualTo(401);

    client.cancel(id);
    client.awaitStatus(id, "CANCELLED");
  }

  @Test
  void aCustomerSeesAndCancelsItsOwnOrdersAlone() {
    String others = client.placeOrder("approved");
    String own = place(Account.CUSTOMER, client.at("/orders"));
    client.bring(others, "STORE_REQUESTED");
    client.bring(own, "STORE_REQUESTED");

    for (String path : List.of("/orders/", "/order-views/")) {
      assertThat(as(Account.CUSTOMER, path + own).status()).isEqualTo(200);
      assertThat(as(Account.CUSTOMER, path + others).status()).isEqualTo(404);
    }
    for (String list : List.of("/orders?size=100", "/order-views?size=100")) {
      assertThat(as(Account.CUSTOMER, list).body().at("/items"))
          .isNotEmpty()
          .allSatisfy(item -> assertThat(item.at("/customerId").asText()).isEqualTo("customer-1"));
    }
    assertThat(as(Account.CUSTOMER, "/payments?orderId=" + others).body().at("/items")).isEmpty();
    assertThat(as(Account.CUSTOMER, "/payments?orderId=" + own).body().at("/items")).hasSize(1);
    assertThat(as(Account.CUSTOMER, "/store-requests/" + own).status()).isEqualTo(403);
    assertThat(cancel(Account.CUSTOMER, others)).isEqualTo(404);
    assertThat(cancel(Account.STORE, own)).isEqualTo(403);

    assertThat(cancel(Account.CUSTOMER, own)).isEqualTo(202);
    client.awaitStatus(own, "CANCELLED");
    client.cancel(others);
    client.awaitStatus(others, "CANCELLED");
  }

  @Test
  void aStoreAndACourierDoTheirPart() {
    String id = place(Account.CUSTOMER, client.at("/orders"));
    client.awaitTimeline(id, "STORE_REQUESTED");

    assertThat(post(Account.COURIER, "/store-requests/" + id + "/acceptance")).isEqualTo(403);
    assertThat(post(Account.STORE, "/store-requests/" + id + "/acceptance")).isEqualTo(200);
    client.awaitTimeline(id, "DELIVERY_STARTED");

    assertThat(post(Account.STORE, "/deliveries/" + id + "/pick-up")).isEqualTo(403);
    assertThat(take(Account.COURIER, id)).isEqualTo(200);
    JsonNode delivery = as(Account.COURIER, "/deliveries/" + id).body();
    assertThat(delivery.at("/courierId").asText()).isEqualTo("courier-1");
    assertThat(post(Account.COURIER, "/deliveries/" + id + "/pick-up")).isEqualTo(200);
    assertThat(post(Account.COURIER, "/deliveries/" + id + "/completion")).isEqualTo(200);
    client.awaitStatus(id, "DELIVERED");
  }

  /** Nobody but the orchestrator may make the calls of the process, not even an operator. */
  @Test
  void theCallsOfTheProcessAreForTheOrchestratorAlone() {
    String id = UUID.randomUUID().toString();
    URI refund = at(Part.PAYMENT, "/payment-requests/" + id);

    for (Account account : Account.people()) {
      assertThat(Http.delete(refund, "Authorization", RunningSystem.bearer(account)).status())
          .as(account.username())
          .isEqualTo(403);
    }
    assertThat(Http.delete(refund).status()).isEqualTo(403);
  }

  /** As a first try with plain HTTP. */
  @Test
  void onTheServicesOwnPortsThisMachineIsTheDemoCustomer() {
    String id = place(null, at(Part.ORDER, "/orders"));

    assertThat(Http.get(at(Part.ORDER, "/orders/" + id)).body().at("/customerId").asText())
        .isEqualTo("customer-1");
    assertThat(Http.delete(at(Part.ORDER, "/orders/" + id)).status()).isEqualTo(202);
    assertThat(Http.get(at(Part.PAYMENT, "/payments")).status()).isEqualTo(200);
    assertThat(Http.get(at(Part.ORCHESTRATOR, "/stuck-orders")).status()).isEqualTo(401);
    client.awaitStatus(id, "CANCELLED");
  }

  private static String place(Account customer, URI orders) {
    String order = "{\"orderId\": \"%s\", \"productName\": \"TV\"}".formatted(UUID.randomUUID());
    Http.Answer placed =
        customer == null
            ? Http.post(orders, order)
            : Http.post(orders, order, "Authorization", RunningSystem.bearer(customer));
    assertThat(placed.status()).as(placed.raw().body()).isEqualTo(201);
    return placed.body().at("/id").asText();
  }

  private Http.Answer as(Account account, String path) {
    return Http.get(client.at(path), "Authorization", RunningSystem.bearer(account));
  }

  private int post(Account account, String path) {
    return Http.post(client.at(path), "", "Authorization", RunningSystem.bearer(account)).status();
  }

  private int take(Account account, String id) {
    return Http.put(
            client.at("/deliveries/" + id + "/courier"),
            "",
            "Authorization",
            RunningSystem.bearer(account))
        .status();
  }

  private int cancel(Account account, String id) {
    return Http.delete(client.at("/orders/" + id), "Authorization", RunningSystem.bearer(account))
        .status();
  }

  private static URI at(Part service, String path) {
    return RunningSystem.get().address(service).resolve(path);
  }
}
