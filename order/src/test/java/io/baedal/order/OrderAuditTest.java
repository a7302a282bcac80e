package io.baedal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baedal.web.access.Role;
import io.baedal.web.test.AuditContract;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@DatabaseTest
@AutoConfigureMockMvc
class OrderAuditTest extends AuditContract {

  @LocalServerPort private int port;

  @Override
  protected String service() {
    return "order";
  }

  @Test
  void recordsNothingOfACustomersOrder() throws Exception {
    String customer = "customer-" + UUID.randomUUID();
    String caller =
        ISSUER.token(
            claims -> claims.subject(customer).claim("roles", List.of(Role.CUSTOMER.claim())));
    String order =
        """
        {"storeId": "store-1", "productName": "APPLE", "quantity": 1, "unitPrice": 1000,
         "deliveryAddress": "Seoul", "paymentMethod": "CARD"}
        """;

    String menu = "{\"items\": [{\"productName\": \"APPLE\", \"unitPrice\": 1000}]}";
    String operator = ISSUER.token(Role.OPERATOR.claim());
    assertThat(answer(HttpMethod.PUT, "/stores/store-1/menu", operator, menu).getStatus())
        .isEqualTo(200);

    assertThat(answer(HttpMethod.POST, "/orders", caller, order).getStatus()).isEqualTo(201);

    assertThat(of(customer)).isEmpty();
  }

  /** It is answered by another thread than the one that recorded the act. */
  @Test
  void recordsTheOutcomeOfAnActWhoseBodyArrivesLate() throws IOException {
    String operator = "kim-" + UUID.randomUUID();
    String token =
        ISSUER.token(
            claims -> claims.subject(operator).claim("roles", List.of(Role.OPERATOR.claim())));
    try (var socket = new Socket("localhost", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /republications HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                  + "Content-Type: application/json\r\nContent-Length: 2\r\nAuthorization: Bearer "
                  + token
                  + "\r\n\r\n{")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      await().until(() -> of(operator).size() == 1);
      out.write('}');
      out.flush();
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200");
    }

    await().until(() -> of(operator).size() == 2);
    assertThat(of(operator).get(0).entry().status()).isEqualTo(200);
  }
}
