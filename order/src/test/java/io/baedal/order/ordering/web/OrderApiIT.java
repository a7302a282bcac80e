package io.baedal.order.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.messaging.event.OrderCancellationRefused;
import io.baedal.messaging.event.ReasonCode;
import io.baedal.order.DatabaseTest;
import io.baedal.order.ordering.CancelOrder;
import io.baedal.order.ordering.CloseOrders;
import io.baedal.order.ordering.Ending;
import io.baedal.order.ordering.OrderId;
import io.baedal.order.ordering.OrderOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The API on a real Tomcat and a real database. */
@DatabaseTest
class OrderApiIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired CancelOrder cancelOrder;
  @Autowired CloseOrders closeOrders;

  private static final String ORDER =
      """
      {
        "customerId": "customer-1",
        "storeId": "store-1",
        "items": [{"productName": "APPLE", "quantity": 2, "unitPrice": 12000}],
        "deliveryAddress": "Seoul, Songpa-gu, Wiryeseong-daero 2",
        "paymentMethod": "CARD"
      }
      """;

  @Test
  void returnsTheSameBytesForTheSameKey() throws Exception {
    String key = UUID.randomUUID().toString();
    var first = send("POST", "/orders", ORDER, "Idempotency-Key", key);
    String path = first.headers().firstValue("Location").orElseThrow();
    assertThat(send("DELETE", path, "{\"reason\": \"ordered twice\"}").statusCode()).isEqualTo(202);
    var again = send("POST", "/orders", ORDER, "Idempotency-Key", key);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location")).contains(path);
    assertThat(path).matches("/orders/[0-9a-f-]{36}");
  }

  @Test
  void placesCancelsAndClosesAnOrder() throws Exception {
    String body = ORDER.replaceFirst("\\{", "{\"orderId\": \"" + UUID.randomUUID() + "\",");
    var placed = send("POST", "/orders", body);
    String path = placed.headers().firstValue("Location").orElseThrow();

    assertThat(send("POST", "/orders", body).statusCode()).isEqualTo(200);
    expectProblem(
        send("POST", "/orders", body.replace("12000", "12001")), 422, "order-reference-reused");
    var cancelled = send("DELETE", path + "?reason=twice", "");
    assertThat(cancelled.statusCode()).isEqualTo(202);
    assertThat(send("DELETE", path, "").body()).isEqualTo(cancelled.body());
    closeOrders.close(
        List.of(
            new Ending(
                new OrderId(UUID.fromString(path.substring("/orders/".length()))),
                OrderOutcome.CANCELLED,
                ReasonCode.CUSTOMER_CANCELLED,
                null)));
    var closed = send("GET", path, "");
    assertThat(JSON.readTree(closed.body()).at("/cancellation/outcome").asText())
        .isEqualTo("CANCELLED");
    String number = JSON.readTree(placed.body()).path("number").asText();
    assertThat(send("GET", "/orders/" + number, "").body()).isEqualTo(closed.body());
    assertThat(send("GET", "/orders?number=" + number, "").body()).contains(closed.body());
    assertThat(send("GET", "/orders/999999999", "").statusCode()).isEqualTo(404);
    expectProblem(send("DELETE", path, ""), 409, "order-ended");
    assertThat(send("GET", path, "").body()).isEqualTo(closed.body());
    expectProblem(send("PUT", path + "/outcome", "{}"), 404, "not-found");
  }

  @Test
  void refusesAnotherRequestToCancelAfterARefusal() throws Exception {
    String path = send("POST", "/orders", ORDER).headers().firstValue("Location").orElseThrow();
    send("DELETE", path, "");
    cancelOrder.refuse(
        new OrderId(UUID.fromString(path.substring("/orders/".length()))),
        OrderCancellationRefused.Reason.PICKED_UP);

    var answer = send("DELETE", path, "");
    expectProblem(answer, 409, "cancellation-refused");
    assertThat(answer.body()).contains("PICKED_UP");
    assertThat(JSON.readTree(send("GET", path, "").body()).path("status").asText())
        .isEqualTo("PLACED");
  }

  @Test
  void refusesAKeyForAnotherBody() throws Exception {
    String key = UUID.randomUUID().toString();
    send("POST", "/orders", ORDER, "Idempotency-Key", key);
    expectProblem(
        send("POST", "/orders", ORDER.replace("APPLE", "PEAR"), "Idempotency-Key", key),
        422,
        "idempotency-key-reused");
  }

  @Test
  void storesNothingForAnInvalidRequest() throws Exception {
    long before = count();
    expectProblem(
        send("POST", "/orders", ORDER.replace("APPLE", "\\u0000")), 400, "invalid-request");
    expectProblem(send("POST", "/orders", ORDER, "Accept", "text/plain"), 406, "not-acceptable");
    assertThat(count()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /orders/% HTTP/1.1",
        "GET /orders/%c0%af HTTP/1.1",
        "GET /orders/a%2Fb HTTP/1.1",
        "GET /orders/{} HTTP/1.1",
        "GET /orders?customerId=\u00ec HTTP/1.1",
        "GET /orders?status=%zz HTTP/1.1",
        "TRACE /orders HTTP/1.1",
        "NONSENSE"
      })
  void refusalsOfTomcatAreProblems(String requestLine) throws IOException {
    String answer = raw(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 4")
        .containsIgnoringCase("Content-Type: application/problem+json")
        .contains("urn:baedal:problem:")
        .doesNotContainIgnoringCase("tomcat")
        .doesNotContain("<html", "\tat ", "Exception");
  }

  @Test
  void describesItsOperations() throws Exception {
    JsonNode api = JSON.readTree(send("GET", "/v3/api-docs", "").body());

    JsonNode post = api.at("/paths/~1orders/post");
    JsonNode json = post.at("/requestBody/content/application~1json");
    assertThat(json.at("/schema/$ref").asText()).endsWith("/NewOrder");
    assertThat(post.at("/parameters").findValuesAsText("name")).containsExactly("Idempotency-Key");
    assertThat(api.at("/paths/~1orders/get/parameters").findValuesAsText("name"))
        .containsExactlyInAnyOrder(
            "customerId",
            "storeId",
            "number",
            "orderId",
            "status",
            "placedFrom",
            "placedTo",
            "changedSince",
            "after",
            "size");
    assertThat(api.at("/paths/~1orders~1{id}/delete/parameters").findValuesAsText("name"))
        .containsExactlyInAnyOrder("id", "reason");
    assertThat(api.at("/paths").has("/error")).isFalse();
  }

  @Test
  void isReadyWithoutKafka() throws Exception {
    assertThat(send("GET", "/readyz", "").statusCode()).isEqualTo(200);
  }

  private long count() {
    return jdbc.sql("SELECT count(*) FROM orders").query(Long.class).single();
  }

  private static void expectProblem(HttpResponse<String> answer, int status, String name)
      throws IOException {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(JSON.readTree(answer.body()).path("type").asText())
        .isEqualTo("urn:baedal:problem:" + name);
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    return send(method, path, BodyPublishers.ofString(body), headers);
  }

  private HttpResponse<String> send(
      String method, String path, BodyPublisher body, String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/json")
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket("localhost", port);
        InputStream answer = socket.getInputStream()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
