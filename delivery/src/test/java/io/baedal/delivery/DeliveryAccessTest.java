package io.baedal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.web.access.Role;
import io.baedal.web.test.AccessContract;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

@OnRealDatabase
class DeliveryAccessTest extends AccessContract {

  private final String otherStore = token(Role.STORE, "other");
  private final String operator = token(Role.OPERATOR, "x");

  private String order;
  private long number;
  private String store;
  private String itsStore;
  private String ann;
  private String bob;

  @Override
  protected String service() {
    return "delivery";
  }

  @BeforeEach
  void request() throws Exception {
    order = UUID.randomUUID().toString();
    number = ThreadLocalRandom.current().nextLong(1_000_000, 1L << 50);
    store = "store-" + order;
    itsStore = token(Role.STORE, store);
    ann = token(Role.COURIER, "ann-" + order);
    bob = token(Role.COURIER, "bob-" + order);
    expect(
        200,
        HttpMethod.PUT,
        "/store-requests/" + order,
        token(Role.SERVICE, "x"),
        """
        {"orderNumber": %d, "storeId": "%s", "items": [{"productName": "TV", "quantity": 1}]}
        """
            .formatted(number, store));
    expect(
        200,
        HttpMethod.PUT,
        "/deliveries/" + order,
        token(Role.SERVICE, "x"),
        """
        {"orderNumber": %d, "storeId": "%s", "deliveryAddress": "Seoul", "note": "ring twice",
         "phone": "010-1234"}
        """
            .formatted(number, store));
  }

  @Test
  void aStoreRequestIsVisibleForItsStoreAlone() throws Exception {
    String filtered = "/store-requests?orderId=" + order;

    expectVisible(itsStore, paths("store-requests"), List.of(filtered, "/store-requests"));
    expectVisible(operator, paths("store-requests"), List.of(filtered));
    expectHidden(
        otherStore, paths("store-requests"), List.of(filtered, "/store-requests?storeId=" + store));
  }

  @Test
  void aStoreAnswersItsOwnRequestsAlone() throws Exception {
    for (String path : paths("store-requests")) {
      expect(404, HttpMethod.POST, path + "/acceptance", otherStore, null);
      expect(404, HttpMethod.POST, path + "/rejection", otherStore, null);
    }
    expect(200, HttpMethod.POST, "/store-requests/" + order + "/acceptance", itsStore, null);
  }

  @Test
  void aDeliveryIsOfferedUntilACourierTakesIt() throws Exception {
    String delivery = "/deliveries/" + order;
    String filtered = "/deliveries?orderId=" + order;
    for (String caller : List.of(ann, bob, itsStore, operator)) {
      expectVisible(caller, paths("deliveries"), List.of(filtered));
    }
    expectHidden(otherStore, paths("deliveries"), List.of(filtered));

    expect(200, HttpMethod.PUT, delivery + "/courier", ann, null);

    expectVisible(ann, paths("deliveries"), List.of(filtered));
    expectVisible(itsStore, paths("deliveries"), List.of(filtered));
    expectHidden(bob, paths("deliveries"), List.of(filtered));
    for (String act : List.of("/pick-up", "/completion")) {
      expect(404, HttpMethod.POST, delivery + act, bob, null);
    }
    expect(404, HttpMethod.PUT, delivery + "/courier", bob, null);
    expect(404, HttpMethod.DELETE, delivery + "/courier", bob, null);
  }

  @Test
  void noteAndPhoneNumberAreForItsCourier() throws Exception {
    String delivery = "/deliveries/" + order;
    String list = "/deliveries?orderId=" + order;
    expectContact(false, ann, delivery, list);
    expectContact(true, itsStore, delivery, list);
    expectContact(true, operator, delivery, list);

    expect(200, HttpMethod.PUT, delivery + "/courier", ann, null);
    expectContact(true, ann, delivery, list);

    expect(200, HttpMethod.DELETE, delivery + "/courier", ann, null);
    expectContact(false, ann, delivery, list);
  }

  @Test
  void aCourierSeesNoAddressOfADeliveryThatHasEnded() throws Exception {
    String delivery = "/deliveries/" + order;
    expect(200, HttpMethod.POST, delivery + "/pick-up", ann, null);
    assertThat(address(ann)).isEqualTo("Seoul");

    expect(200, HttpMethod.POST, delivery + "/completion", ann, null);

    expectContact(false, ann, delivery, "/deliveries?orderId=" + order);
    assertThat(address(ann)).isEqualTo("null");
    assertThat(address(itsStore)).isEqualTo("Seoul");
  }

  private String address(String caller) throws Exception {
    return json(answer(HttpMethod.GET, "/deliveries/" + order, caller, null))
        .get("deliveryAddress")
        .asText();
  }

  private void expectContact(boolean shown, String caller, String... paths) throws Exception {
    for (String path : paths) {
      String answer = answer(HttpMethod.GET, path, caller, null).getContentAsString();
      assertThat(answer.contains("ring twice")).as(answer).isEqualTo(shown);
      assertThat(answer.contains("010-1234")).as(answer).isEqualTo(shown);
    }
  }

  @Test
  void aDeliveryThatIsHandedBackIsOfferedAgain() throws Exception {
    String delivery = "/deliveries/" + order;
    expect(200, HttpMethod.PUT, delivery + "/courier", ann, null);
    expect(200, HttpMethod.PUT, delivery + "/courier", ann, null);
    expect(200, HttpMethod.DELETE, delivery + "/courier", ann, null);

    expect(200, HttpMethod.POST, delivery + "/pick-up", bob, null);

    expectHidden(ann, paths("deliveries"), List.of());
    expect(404, HttpMethod.DELETE, delivery + "/courier", ann, null);
    expect(409, HttpMethod.DELETE, delivery + "/courier", bob, null);
    expect(200, HttpMethod.POST, delivery + "/pick-up", bob, null);
    expect(200, HttpMethod.POST, delivery + "/completion", bob, null);
  }

  @Test
  void aRecalledDeliveryCannotBeTaken() throws Exception {
    String delivery = "/deliveries/" + order;
    expect(200, HttpMethod.PUT, delivery + "/courier", ann, null);
    expect(200, HttpMethod.DELETE, delivery, token(Role.SERVICE, "x"), null);

    // it is no longer offered, and ann still sees that it was recalled
    expect(404, HttpMethod.PUT, delivery + "/courier", bob, null);
    expect(409, HttpMethod.POST, delivery + "/pick-up", ann, null);
    expectVisible(ann, paths("deliveries"), List.of());
  }

  private List<String> paths(String kind) {
    return List.of("/" + kind + "/" + order, "/" + kind + "/" + number);
  }

  private void expect(int status, HttpMethod method, String path, String caller, String body)
      throws Exception {
    assertThat(answer(method, path, caller, body).getStatus())
        .as(method + " " + path)
        .isEqualTo(status);
  }
}
