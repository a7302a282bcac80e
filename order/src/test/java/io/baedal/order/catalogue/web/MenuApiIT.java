package io.baedal.order.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baedal.order.DatabaseTest;
import io.baedal.order.catalogue.MenuFixture;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a customer gets for what is, or is not, on the menu. */
@DatabaseTest
class MenuApiIT {

  private static final String ORDER =
      """
      {"customerId": "%s", "storeId": "%s", "deliveryAddress": "Seoul", "paymentMethod": "CARD",
       "currency": "%s", "items": [%s]}
      """;

  @Autowired TestRestTemplate http;
  @Autowired JdbcClient jdbc;

  private final String store = MenuFixture.newStore();
  private final String customer = "customer-" + UUID.randomUUID();

  @Test
  void anOrderHasThePricesOfTheMenu() throws IOException {
    replace("{\"productName\": \"APPLE\", \"unitPrice\": 1000}");

    var placed = order("KRW", "{\"productName\": \"APPLE\", \"quantity\": 3}");

    assertThat(placed.getStatusCode().value()).isEqualTo(201);
    assertThat(json(placed).at("/items/0/unitPrice").asLong()).isEqualTo(1_000);
    assertThat(json(placed).at("/amount").asLong()).isEqualTo(3_000);
  }

  @Test
  void namesEachItemThatTheMenuDoesNotAllow() throws IOException {
    replace(
        "{\"productName\": \"APPLE\", \"unitPrice\": 1000}",
        "{\"productName\": \"PEAR\", \"unitPrice\": 1, \"soldOut\": true}");

    var refused =
        order(
            "KRW",
            "{\"productName\": \"APPLE\", \"quantity\": 1, \"unitPrice\": 1}",
            "{\"productName\": \"PEAR\", \"quantity\": 1}",
            "{\"productName\": \"PLUM\", \"quantity\": 1}");

    expectProblem(refused, "menu-mismatch");
    assertThat(json(refused).at("/errors").toString())
        .isEqualTo(
            "[{\"field\":\"items[0].unitPrice\",\"message\":\"APPLE costs 1000 KRW, not 1 KRW\"},"
                + "{\"field\":\"items[1].productName\",\"message\":\"PEAR is sold out\"},"
                + "{\"field\":\"items[2].productName\",\"message\":\"PLUM is not on the menu\"}]");
    assertThat(orders()).isZero();
  }

  @Test
  void namesAPriceInAnotherCurrency() throws IOException {
    replace("{\"productName\": \"APPLE\", \"unitPrice\": 1000}");

    var refused = order("USD", "{\"productName\": \"APPLE\", \"quantity\": 1}");

    expectProblem(refused, "menu-mismatch");
    assertThat(json(refused).at("/errors/0/message").asText())
        .isEqualTo("APPLE costs 1000 KRW, not USD");
  }

  @Test
  void refusesOrdersOfAStoreWithoutAMenu() throws IOException {
    var refused = order("KRW", "{\"productName\": \"APPLE\", \"quantity\": 1}");

    expectProblem(refused, "no-menu");
    assertThat(json(refused).at("/detail").asText()).contains(store);
    assertThat(orders()).isZero();
  }

  @Test
  void returnsTheMenuThatWasPut() {
    String answer =
        replace(
                "{\"productName\": \"사과\", \"unitPrice\": 0}",
                "{\"productName\": \"A\", \"unitPrice\": 1}")
            .getBody();

    assertThat(http.getForObject("/stores/{store}/menu", String.class, store)).isEqualTo(answer);
  }

  private ResponseEntity<String> replace(String... items) {
    var answer =
        send(
            HttpMethod.PUT,
            "/stores/" + store + "/menu",
            "{\"items\": [" + String.join(",", items) + "]}");
    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
    return answer;
  }

  private ResponseEntity<String> order(String currency, String... items) {
    return send(
        HttpMethod.POST,
        "/orders",
        ORDER.formatted(customer, store, currency, String.join(",", items)));
  }

  private ResponseEntity<String> send(HttpMethod method, String path, String body) {
    var headers = new HttpHeaders();
    headers.setContentType(APPLICATION_JSON);
    return http.exchange(path, method, new HttpEntity<>(body, headers), String.class);
  }

  private static void expectProblem(ResponseEntity<String> answer, String type) throws IOException {
    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(422);
    assertThat(json(answer).at("/type").asText()).isEqualTo("urn:baedal:problem:" + type);
  }

  private static JsonNode json(ResponseEntity<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.getBody());
  }

  private long orders() {
    return jdbc.sql("SELECT count(*) FROM orders WHERE customer_id = ?")
        .param(customer)
        .query(Long.class)
        .single();
  }
}
