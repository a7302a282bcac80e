package io.baedal.orderview;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedal.messaging.inbox.ReceivedEvent;
import io.baedal.messaging.test.TestPostgres;
import io.baedal.orderview.view.OrderViewFixture;
import io.baedal.orderview.view.ProjectEvent;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Kafka's host name does not even resolve, as when its container is down. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.kafka.bootstrap-servers=kafka.invalid:9092")
@ContextConfiguration(initializers = TestPostgres.class)
@DirtiesContext // or its relay goes on looking for Kafka
class WithoutKafkaIT {

  @Autowired TestRestTemplate http;
  @Autowired ProjectEvent projectEvent;
  @Autowired JdbcClient jdbc;

  @Test
  void startsAndAnswers() {
    OrderViewFixture order = OrderViewFixture.anOrder();
    projectEvent.apply(new ReceivedEvent(UUID.randomUUID(), order.placed(0)));

    assertThat(http.getForEntity("/order-views/" + order.orderId(), String.class))
        .satisfies(
            answer -> {
              assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
              assertThat(answer.getBody()).contains("customer-1");
            });
    assertThat(http.getForEntity("/actuator/health/readiness", String.class).getStatusCode())
        .isEqualTo(HttpStatus.OK);
  }

  @Test
  void boundsWhatAStatementMayTake() {
    assertThat(jdbc.sql("SHOW statement_timeout").query(String.class).single()).isEqualTo("5s");
    assertThat(jdbc.sql("SHOW lock_timeout").query(String.class).single()).isEqualTo("5s");
  }

  @Test
  void describesItself() {
    assertThat(http.getForObject("/v3/api-docs", String.class))
        .contains("/order-views/{orderId}", "deliveryAddress", "STORE_REQUESTED");
    assertThat(http.getForEntity("/swagger-ui.html", String.class).getStatusCode())
        .isEqualTo(HttpStatus.OK);
  }
}
