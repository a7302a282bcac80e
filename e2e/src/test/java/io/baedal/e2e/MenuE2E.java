package io.baedal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baedal.local.common.Account;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A store sets its prices, and its customers pay them. */
class MenuE2E {

  private final Client client = new Client();
  private final String product = "product-" + UUID.randomUUID();

  @Test
  void aCustomerPaysThePriceOfTheMenu() {
    addProduct(700);

    Http.Answer placed = order("{\"productName\": \"%s\", \"quantity\": 3}".formatted(product));

    assertThat(placed.status()).as(placed.raw().body()).isEqualTo(201);
    assertThat(placed.body().at("/amount").asLong()).isEqualTo(2_100);
    String id = placed.body().at("/id").asText();
    client.awaitTimeline(id, "STORE_REQUESTED");
    assertThat(client.payments(id).get(0).at("/approvedAmount").asLong()).isEqualTo(2_100);
    client.cancel(id);
    client.awaitStatus(id, "CANCELLED");
  }

  @Test
  void aCustomerDoesNotSetThePrice() {
    addProduct(700);

    Http.Answer refused = order("{\"productName\": \"%s\", \"unitPrice\": 1}".formatted(product));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().at("/type").asText()).isEqualTo("urn:baedal:problem:menu-mismatch");
    assertThat(refused.body().at("/errors/0/message").asText())
        .isEqualTo(product + " costs 700 KRW, not 1 KRW");
  }

  @Test
  void onlyAStoreItselfChangesItsMenu() {
    assertThat(replaceMenu(Account.STORE, "store-2", "{\"items\": []}").status()).isEqualTo(404);
    assertThat(replaceMenu(Account.CUSTOMER, "store-1", "{\"items\": []}").status()).isEqualTo(403);
  }

  /** To the menu of the demo store, which other tests use. */
  private void addProduct(long price) {
    Http.Answer menu =
        Http.get(
            client.at("/stores/store-1/menu"),
            "Authorization",
            RunningSystem.bearer(Account.CUSTOMER));
    ArrayNode items = (ArrayNode) menu.body().at("/items");
    items.addObject().put("productName", product).put("unitPrice", price);
    ObjectNode changed = Http.JSON.createObjectNode().set("items", items);
    assertThat(replaceMenu(Account.STORE, "store-1", changed.toString()).status()).isEqualTo(200);
  }

  private Http.Answer replaceMenu(Account account, String store, String menu) {
    return Http.put(
        client.at("/stores/" + store + "/menu"),
        menu,
        "Authorization",
        RunningSystem.bearer(account));
  }

  private Http.Answer order(String body) {
    return Http.post(
        client.at("/orders"), body, "Authorization", RunningSystem.bearer(Account.CUSTOMER));
  }
}
