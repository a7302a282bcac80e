package io.baedal.orderview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baedal.messaging.inbox.ReceivedEvent;
import io.baedal.messaging.test.TestPostgres;
import io.baedal.orderview.view.OrderViewFixture;
import io.baedal.orderview.view.ProjectEvents;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Kafka's host name does not resolve, for example while its container is down. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.kafka.bootstrap-servers=kafka.invalid:9092")
@ContextConfiguration(initializers = TestPostgres.class)
@DirtiesContext // otherwise its relay continues to connect to Kafka
class WithoutKafkaIT {

  @Autowired TestRestTemplate http;
  @Autowired ProjectEvents projectEvents;
  @Autowired JdbcClient jdbc;

  @Test
  void startsAndAnswers() {
    OrderViewFixture order = OrderViewFixture.anOrder();
    projectEvents.apply(List.of(new ReceivedEvent(UUID.randomUUID(), order.placed(0))));

    assertThat(http.getForEntity("/order-views/" + order.orderId(), String.class))
        .satisfies(
            answer -> {
              assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
              assertThat(answer.getBody()).contains("customer-1");
            });
    assertThat(http.getForEntity("/readyz", String.class).getStatusCode()).isEqualTo(HttpStatus.OK);
  }

  @Test
  void limitsTheDurationOfAStatement() {
    assertThat(jdbc.sql("SHOW statement_timeout").query(String.class).single()).isEqualTo("5s");
    assertThat(jdbc.sql("SHOW lock_timeout").query(String.class).single()).isEqualTo("5s");
  }

  @Test
  void describesTheApi() {
    assertThat(http.getForObject("/v3/api-docs", String.class))
        .contains("/order-views/{orderId}", "deliveryAddress", "STORE_REQUESTED");
    assertThat(http.getForEntity("/swagger-ui.html", String.class).getStatusCode())
        .isEqualTo(HttpStatus.OK);
  }

  @Test
  void describesWhichFieldsCanBeMissing() {
    JsonNode view =
        http.getForObject("/v3/api-docs", JsonNode.class)
            .at("/components/schemas/OrderViewResponse");

    assertThat(view.at("/required"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("orderId", "status", "sequence", "updatedAt");
    assertThat(List.of("number", "customerId", "phone", "reasonComment", "timeline"))
        .allSatisfy(
            name -> assertThat(view.at("/properties/" + name + "/nullable").asBoolean()).isTrue());
  }

  @Test
  void findsAnOrderByItsNumber() {
    OrderViewFixture order = OrderViewFixture.anOrder().numbered(4711);
    projectEvents.apply(List.of(new ReceivedEvent(UUID.randomUUID(), order.placed(0))));

    assertThat(http.getForObject("/order-views/4711", JsonNode.class).path("orderId").asText())
        .isEqualTo(order.orderId().toString());
    assertThat(http.getForObject("/order-views?number=4711", JsonNode.class).path("items"))
        .hasSize(1);
  }
}
