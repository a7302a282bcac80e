package io.baedal.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.web.access.Role;
import io.baedal.web.test.AccessContract;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;

@DatabaseTest
@AutoConfigureMockMvc
class OrderAccessTest extends AccessContract {

  private final String customer = "customer-" + UUID.randomUUID();
  private final String store = "store-" + UUID.randomUUID();
  private final String body =
      """
      {"orderId": "30", "storeId": "%s", "productName": "APPLE", "quantity": 1, "unitPrice": 1000,
       "deliveryAddress": "Seoul", "paymentMethod": "CARD"}
      """
          .formatted(store);

  private String id;
  private String number;

  @Override
  protected String service() {
    return "order";
  }

  @BeforeEach
  void place() throws Exception {
    assertThat(replaceMenu(token(Role.STORE, store), store)).isEqualTo(200);
    JsonNode order = json(answer(HttpMethod.POST, "/orders", token(Role.CUSTOMER, customer), body));
    id = order.get("id").asText();
    number = order.get("number").asText();
    assertThat(order.get("customerId").asText()).isEqualTo(customer);
  }

  @Test
  void anOrderIsVisibleForItsCustomerItsStoreAndOperators() throws Exception {
    for (String caller :
        List.of(
            token(Role.CUSTOMER, customer), token(Role.STORE, store), token(Role.OPERATOR, "x"))) {
      expectVisible(caller, paths(), List.of("/orders?number=" + number));
    }
    expectVisible(token(Role.CUSTOMER, customer), List.of(), List.of("/orders"));
    expectVisible(token(Role.STORE, store), List.of(), List.of("/orders"));
  }

  /** Also for one with the id of the other role. */
  @Test
  void anOrderDoesNotExistForOthers() throws Exception {
    for (String caller :
        List.of(
            token(Role.CUSTOMER, "other"),
            token(Role.STORE, "other"),
            token(Role.CUSTOMER, store),
            token(Role.STORE, customer))) {
      expectHidden(
          caller,
          paths(),
          List.of(
              "/orders?number=" + number,
              "/orders?customerId=" + customer,
              "/orders?storeId=" + store,
              "/orders?orderId=30&customerId=" + customer));
    }
  }

  @Test
  void othersCannotCancelIt() throws Exception {
    for (String path : paths()) {
      assertThat(status(HttpMethod.DELETE, path, token(Role.CUSTOMER, "other"))).isEqualTo(404);
      assertThat(status(HttpMethod.DELETE, path, token(Role.STORE, store))).isEqualTo(403);
    }
    assertThat(status(HttpMethod.DELETE, "/orders/" + id, token(Role.CUSTOMER, customer)))
        .isEqualTo(202);
  }

  @Test
  void nobodyOrdersForAnotherCustomer() throws Exception {
    String forOther = body.replace("{", "{\"customerId\": \"" + customer + "\",");

    assertThat(
            answer(HttpMethod.POST, "/orders", token(Role.CUSTOMER, "other"), forOther).getStatus())
        .isEqualTo(400);
  }

  @Test
  void aMenuIsVisibleForEveryRole() throws Exception {
    for (Role role : List.of(Role.CUSTOMER, Role.STORE, Role.COURIER, Role.OPERATOR)) {
      assertThat(status(HttpMethod.GET, menuOf(store), token(role, "other"))).isEqualTo(200);
    }
    assertThat(status(HttpMethod.GET, menuOf("other"), token(Role.STORE, store))).isEqualTo(404);
  }

  @Test
  void aMenuIsReplacedByItsStoreAndByOperatorsAlone() throws Exception {
    assertThat(replaceMenu(token(Role.STORE, "other"), store)).isEqualTo(404);
    assertThat(replaceMenu(token(Role.STORE, store), "other")).isEqualTo(404);
    assertThat(replaceMenu(token(Role.CUSTOMER, store), store)).isEqualTo(403);
    assertThat(replaceMenu(token(Role.COURIER, store), store)).isEqualTo(403);
    assertThat(status(HttpMethod.GET, menuOf("other"), token(Role.OPERATOR, "x"))).isEqualTo(404);

    assertThat(replaceMenu(token(Role.OPERATOR, "x"), store)).isEqualTo(200);
  }

  private int replaceMenu(String caller, String ofStore) throws Exception {
    String menu = "{\"items\": [{\"productName\": \"APPLE\", \"unitPrice\": 1000}]}";
    return answer(HttpMethod.PUT, menuOf(ofStore), caller, menu).getStatus();
  }

  private static String menuOf(String ofStore) {
    return "/stores/" + ofStore + "/menu";
  }

  private List<String> paths() {
    return List.of("/orders/" + id, "/orders/" + number);
  }

  private int status(HttpMethod method, String path, String caller) throws Exception {
    return answer(method, path, caller, null).getStatus();
  }
}
