package io.baedal.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.web.access.Role;
import io.baedal.web.test.AccessContract;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

@OnRealDatabase
class PaymentAccessTest extends AccessContract {

  @Override
  protected String service() {
    return "payment";
  }

  @Test
  void aPaymentIsVisibleForItsCustomerAlone() throws Exception {
    String order = UUID.randomUUID().toString();
    String customer = "customer-" + order;
    String body =
        """
        {"amount": 18000, "currency": "KRW", "paymentMethod": "approved", "customerId": "%s"}
        """
            .formatted(customer);
    var approved =
        answer(HttpMethod.PUT, "/payment-requests/" + order, token(Role.SERVICE, "x"), body);
    assertThat(approved.getStatus()).isEqualTo(200);
    String list = "/payments?orderId=" + order;
    String id =
        json(answer(HttpMethod.GET, list, token(Role.OPERATOR, "x"), null))
            .at("/items/0/id")
            .asText();
    List<String> paths = List.of("/payments/" + id);

    expectVisible(token(Role.CUSTOMER, customer), paths, List.of(list, "/payments"));
    expectHidden(token(Role.CUSTOMER, "other"), paths, List.of(list));
  }
}
